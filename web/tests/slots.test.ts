import { describe, expect, it } from "vitest";
import { draftOf, type Slot, slotValue } from "../src/review/slots";
import { view } from "./forms";

const { claim } = view({
  count: { min: 40, max: null },
  people: [{ effect: "injured", min: 2, max: 3, group: "children" }],
  time: { start: "2024-04-04T21:00", end: "2024-04-05", zone: "Europe/Moscow" },
});
const typed = (slot: Slot, change: object) => slotValue(slot, { ...draftOf(slot, claim), ...change }, claim.time?.zone);

describe("a corrected slot", () => {
  it("begins as the claim has it", () => {
    expect(typed("count", {})).toEqual({ min: 40, max: null });
    expect(typed("attacker", {})).toBe("UA");
    expect(typed("time", {})).toEqual({ start: "2024-04-04T21:00", end: "2024-04-05", zone: "Europe/Moscow" });
  });

  it("is sent in the claim's own form", () => {
    expect(typed("count", { min: "44", max: "44", approx: true })).toEqual({ min: 44, max: 44, approx: true });
    expect(typed("people", { effect: "killed", min: "2", max: "2" })).toEqual([
      { effect: "killed", min: 2, max: 2, group: null },
    ]);
    expect(typed("weapons", { word: "uav", model: "Shahed-136" })).toEqual([{ class: "uav", model: "Shahed-136" }]);
    expect(typed("weapons", { word: "" })).toEqual([]);
    expect(typed("attacker", { word: "" })).toBeNull();
    expect(typed("time", { start: "2024-04-04", end: "" })).toMatchObject({ start: "2024-04-04", end: "2024-04-04" });
  });

  it("is not sent where what is typed is no value", () => {
    expect(typed("count", { min: "many", max: "" })).toBeUndefined();
    expect(typed("count", { min: "", max: "" })).toBeUndefined();
    expect(typed("count", { min: "9", max: "5" })).toBeUndefined();
    expect(typed("time", { start: "April", end: "" })).toBeUndefined();
    expect(typed("time", { start: "2024-04-05", end: "2024-04-04" })).toBeUndefined();
    expect(typed("place", { place: " " })).toBeUndefined();
    expect(typed("stance", { word: "" })).toBeUndefined();
  });
});
