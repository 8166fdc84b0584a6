import { defineConfig } from "vite";

/** Where the server of the desk listens while its pages are worked on. */
const server = process.env.PURPORT_DESK ?? "http://127.0.0.1:8000";

export default defineConfig({
  base: "/",
  publicDir: "public",
  build: {
    outDir: "../src/purport/server/static",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the policy of the desk's pages allows no script, style or font that is not a file
    modulePreload: { polyfill: false },
    manifest: "manifest.json",
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: {
      "/api": { target: server, changeOrigin: true, headers: { origin: server } },
      "/healthz": { target: server },
    },
  },
});
