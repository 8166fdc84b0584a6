import { afterEach, describe, expect, it } from "vitest";
import { placeName } from "../src/facts/describe";
import { region } from "../src/i18n";
import { setLang } from "../src/state/desk";

const KHARKIV = { name: "Kharkiv Oblast", country: "UA", region: "UA-63", precision: "region" } as const;

describe("places", () => {
  afterEach(() => {
    setLang("en");
  });

  it("are named in the page's language where they are regions and countries", () => {
    expect(placeName(KHARKIV)).toBe("Kharkiv Oblast");
    setLang("uk");
    expect(placeName(KHARKIV)).toBe("Харківська область");
    expect(placeName({ ...KHARKIV, region: null, precision: "country" })).toBe("Україна");
    expect(placeName({ ...KHARKIV, name: "Kupiansk", precision: "settlement" })).toBe("Kupiansk");
  });

  it("keep the name that they have where the language has no other", () => {
    setLang("uk");
    expect(region("XX-1", "Elsewhere")).toBe("Elsewhere");
  });
});
