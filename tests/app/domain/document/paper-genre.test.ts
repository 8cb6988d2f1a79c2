import { describe, expect, it } from "vitest";
import { genreOfPaper } from "#app/domain/document/paper-genre.ts";
import { PAPERS } from "#app/domain/method/vocabulary.ts";
import { documentPageText } from "#app/text/document-page.ts";
import { isGenreId } from "#templates/index.ts";

describe("the paper that a stage asks for", () => {
  it.each(PAPERS)("is made as a genre there is, or said not to be made: %s", (paper) => {
    const genre = genreOfPaper(paper);
    if (genre === null) expect(["consent-form", "rota"]).toContain(paper);
    else expect(Object.keys(documentPageText.about)).toContain(genre);
  });

  it.each(["meeting-notice", "record", "agenda"] as const)("of the same name is that genre: %s", (paper) => {
    expect(genreOfPaper(paper)).toBe(paper);
  });

  it("is registered, where this is one of a meeting's", () => {
    const ofMeetings = ["issue-notice", "authority", "ballot-paper", "count-report", "invitation"] as const;
    expect(ofMeetings.filter((paper) => !isGenreId(genreOfPaper(paper) ?? ""))).toEqual([]);
  });
});
