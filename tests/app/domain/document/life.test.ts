import { describe, expect, it } from "vitest";
import { DOCUMENT_ACTS, type DocumentStanding, hindrancesOf } from "#app/domain/document/life.ts";

const sound: DocumentStanding = {
  state: "draft",
  public: true,
  masked: true,
  complete: true,
  changed: false,
  correction: "none",
  ownDraft: false,
  alone: false,
};

/** In the order of DOCUMENT_ACTS: change, check, issue, drop, correct, post, object; - is allowed. */
const TABLE: [string, Partial<DocumentStanding>, string][] = [
  ["a draft", {}, "- - not-checked - not-issued not-issued not-issued"],
  ["one's own draft", { ownDraft: true }, "- same-person not-checked - not-issued not-issued not-issued"],
  ["one's own draft, alone", { ownDraft: true, alone: true }, "- - not-checked - not-issued not-issued not-issued"],
  ["a draft that lacks something", { complete: false }, "- incomplete not-checked - not-issued not-issued not-issued"],
  ["a checked one", { state: "checked" }, "- is-checked - - not-issued not-issued not-issued"],
  [
    "its own drafter may issue it",
    { state: "checked", ownDraft: true },
    "- is-checked - - not-issued not-issued not-issued",
  ],
  ["a checked one that changed", { state: "checked", changed: true }, "- - changed - not-issued not-issued not-issued"],
  [
    "a checked one that changed, for its drafter",
    { state: "checked", changed: true, ownDraft: true },
    "- same-person changed - not-issued not-issued not-issued",
  ],
  [
    "a checked one that lacks something now",
    { state: "checked", complete: false },
    "- is-checked incomplete - not-issued not-issued not-issued",
  ],
  ["an issued one", { state: "issued" }, "is-issued is-issued is-issued is-issued - - -"],
  [
    "an issued one with a correction on its way",
    { state: "issued", correction: "begun" },
    "is-issued is-issued is-issued is-issued correction-begun - -",
  ],
  [
    "a corrected one",
    { state: "issued", correction: "issued" },
    "is-issued is-issued is-issued is-issued is-corrected is-corrected -",
  ],
  [
    "an internal genre",
    { state: "issued", public: false },
    "is-issued is-issued is-issued is-issued - not-public not-public",
  ],
  [
    "an internal version of a public genre",
    { state: "issued", masked: false },
    "is-issued is-issued is-issued is-issued - not-masked not-masked",
  ],
  [
    "a dropped one",
    { state: "dropped" },
    "is-dropped is-dropped is-dropped is-dropped not-issued not-issued not-issued",
  ],
];

describe("what may be done with a document", () => {
  it.each(TABLE)("%s", (_what, standing, expected) => {
    const found = hindrancesOf({ ...sound, ...standing });
    expect(DOCUMENT_ACTS.map((act) => found[act] ?? "-").join(" ")).toBe(expected);
  });
});
