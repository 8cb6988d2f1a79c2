import { type FaultReason, TemplateRefusal } from "#app/domain/document/own-template.ts";
import type { Parts } from "./archive.ts";
import { type Attributes, type Budget, localOf, read, sourceOf } from "./xml.ts";

const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const STRICT = "http://purl.oclc.org/ooxml/";

/** What a paper is made of: words, pictures, fonts. Anything else could be a program or another file. */
const PLAIN_PART = /\.(xml|rels|png|jpe?g|jfif|gif|bmp|tiff?|emf|wmf|wdp|svg|odttf|fntdata)$|printerSettings\d*\.bin$/i;

/** Kinds of relationship, by the end of their type, that bring in what is no part of the paper. */
const KINDS: [RegExp, FaultReason][] = [
  [
    /^(vbaProject|wordVbaData|attachedToolbars|keyMapCustomizations|extensibility|customUI.*|userCustomization)$/i,
    "macros",
  ],
  [/^(oleObject|package|control|activeX.*|audio|video|media|model3d|externalLink.*)$/i, "embedded"],
  [/^(aFChunk|subDocument|frame|transform|webextension.*|taskpanes)$/i, "outside-content"],
  [/^(mailMerge.*|recipientData)$/i, "mail-merge"],
];

/** Elements that do the same, whatever prefix they are given. */
const ELEMENTS: Record<string, FaultReason> = {
  altChunk: "outside-content",
  subDoc: "outside-content",
  frameset: "outside-content",
  object: "embedded",
  control: "embedded",
  OLEObject: "embedded",
  ocx: "embedded",
  mailMerge: "mail-merge",
};

/** Fields that only say what stands in the paper itself. Any other may fetch, run or hide something. */
const FIELDS = new Set(
  (
    "PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME REVNUM AUTHOR LASTSAVEDBY TITLE SUBJECT KEYWORDS " +
    "COMMENTS FILENAME FILESIZE NUMWORDS NUMCHARS TEMPLATE DOCPROPERTY REF PAGEREF NOTEREF STYLEREF SEQ TOC TC TOA TA XE INDEX HYPERLINK SYMBOL EQ " +
    "LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT FORMTEXT FORMCHECKBOX FORMDROPDOWN MERGEFIELD ADVANCE BIBLIOGRAPHY CITATION = GOTOBUTTON"
  ).split(" "),
);
const PLAIN_LINK = /^(https?|mailto):/i;
const ELSEWHERE = /^\s*([a-z][a-z0-9+.-]*:|\\\\|\/\/)/i;

/** Refuses whatever in a package is more than words and pictures: programs, other files, addresses, fields that fetch. Throws TemplateRefusal. */
export function checkDangers(parts: Parts): void {
  const budget: Budget = { elements: 0 };
  for (const name of parts.keys()) {
    if (/vbaProject|vbaData/i.test(name)) throw fault("macros", name);
    if (/(^|\/)(embeddings|activeX|ctrlProps)\//i.test(name)) throw fault("embedded", name);
  }
  checkTypes(parts, budget);
  partNamed(parts, "_rels/.rels");
  for (const [name, bytes] of parts) {
    if (!PLAIN_PART.test(name)) throw fault("odd-part", name);
    if (name === "[Content_Types].xml") continue;
    if (/\.rels$/i.test(name)) checkRelationships(name, sourceOf(name, bytes), budget);
    else if (/\.(xml|svg)$/i.test(name)) checkPart(name, sourceOf(name, bytes), budget);
  }
}

/** The main part's kind tells what the file is. */
function checkTypes(parts: Parts, budget: Budget): void {
  const types = partNamed(parts, "[Content_Types].xml");
  const kinds: string[] = [];
  read(
    "[Content_Types].xml",
    types,
    { ...silent, open: (_, { ContentType = "" }) => void kinds.push(ContentType) },
    budget,
  );
  const has = (pattern: RegExp) => kinds.some((kind) => pattern.test(kind));
  if (has(/macroEnabled|vbaProject|ms-word\.vba|keyMapCustom/i)) throw fault("macros");
  if (has(/activeX|oleObject|ms-office\.(?!.*(chart|drawing|theme|people|classificationlabels))/i))
    throw fault("embedded");
  if (has(/wordprocessingml\.template\.main/i)) throw fault("template-kind");
  if (has(/(spreadsheetml|presentationml)\.[a-z]+\.main|ms-(excel|powerpoint)/i)) throw fault("other-office");
  if (!kinds.includes(MAIN)) throw fault("not-word");
}

function checkRelationships(part: string, source: string, budget: Budget): void {
  let main = part !== "_rels/.rels";
  read(
    part,
    source,
    {
      ...silent,
      open(_, attributes, local) {
        // Readers differ in what else they take for one, or for its target; there is nothing else in such a part (ISO/IEC 29500-2, 8.5).
        const strange = Object.keys(attributes).some((each) => each.includes(":") && !each.startsWith("xmlns:"));
        if (strange || !/^Relationships?$/.test(local)) throw fault("damaged", part);
        if (local === "Relationship") main = checkRelationship(attributes) || main;
      },
    },
    budget,
  );
  if (!main) throw fault(source.includes(STRICT) ? "strict" : "damaged", part);
}

/** True when it is the one that names the main part. */
function checkRelationship({ Type = "", Target = "", TargetMode = "" }: Attributes): boolean {
  const kind = Type.split("/").at(-1) ?? "";
  const reason = KINDS.find(([pattern]) => pattern.test(kind))?.[1];
  if (reason) throw fault(reason, Target || kind);
  const outside = TargetMode.trim().toLowerCase() === "external" || ELSEWHERE.test(Target);
  if (outside && !(kind === "hyperlink" && PLAIN_LINK.test(Target))) throw fault("external", Target || kind);
  if (/^attachedTemplate$/i.test(kind)) throw fault("external", Target);
  return Type === OFFICE_DOCUMENT;
}

/** What of a field's instruction has been read; `nested`: another field stands in it. */
type Field = { code: string; nested: boolean; done: boolean };

function checkPart(part: string, source: string, budget: Budget): void {
  const fields: Field[] = [];
  let inCode = 0;
  const begin = () => {
    const outer = fields.at(-1);
    // An instruction whose name another field writes could become any field.
    if (outer && !outer.done && outer.code.trim() === "") outer.nested = true;
    fields.push({ code: "", nested: false, done: false });
  };
  const open = (_: string, attributes: Attributes, local: string) => {
    const reason = Object.hasOwn(ELEMENTS, local) ? ELEMENTS[local] : undefined;
    if (reason) throw fault(reason, local);
    checkAddresses(attributes);
    if (local === "fldSimple") checkField({ code: byLocal(attributes, "instr") ?? "", nested: false, done: false });
    if (local === "fldChar") {
      const type = byLocal(attributes, "fldCharType");
      if (type === "begin") begin();
      else if (type === "separate") finish(fields.at(-1));
      else if (type === "end") finish(fields.pop());
    }
    if (isCode(local)) inCode += 1;
  };
  read(
    part,
    source,
    {
      open,
      close(name) {
        if (isCode(localOf(name))) inCode -= 1;
      },
      text(text) {
        const field = fields.at(-1);
        if (inCode > 0 && field && !field.done) field.code += text;
        else if (inCode > 0) checkField({ code: text, nested: false, done: false });
      },
    },
    budget,
  );
  for (const field of fields) finish(field);
}

const isCode = (local: string): boolean => local === "instrText" || local === "delInstrText";

function finish(field: Field | undefined): void {
  if (!field || field.done) return;
  field.done = true;
  checkField(field);
}

function checkField({ code, nested }: Field): void {
  const name = /^\s*(=|\S+)/.exec(code)?.[1] ?? "";
  if (name === "" && !nested) return;
  const shown = `${name} ${code.trim().slice(name.length, 60)}`.trim();
  if (nested || !FIELDS.has(name.toUpperCase())) throw fault("field", shown);
  if (name.toUpperCase() === "HYPERLINK") checkLink(code);
}

/** HYPERLINK "address" or \l "place in the paper". */
function checkLink(code: string): void {
  const [, address = ""] = /^\s*HYPERLINK\s+(?:"([^"]*)"|[^\s"\\]\S*)?/i.exec(code) ?? [];
  const bare = /^\s*HYPERLINK\s+([^\s"\\]\S*)/i.exec(code)?.[1] ?? "";
  const target = address || bare;
  if (target !== "" && !PLAIN_LINK.test(target)) throw fault("external", target);
}

/** Pictures and shapes of the old kind name what they load in the attribute itself. */
function checkAddresses(attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const local = localOf(name);
    if (!/^(src|href|althref|link|codebase|data)$/i.test(local) || !ELSEWHERE.test(value)) continue;
    if (local === "href" && PLAIN_LINK.test(value)) continue;
    if (name.startsWith("xmlns") || (local === "data" && value.startsWith("data:"))) continue;
    throw fault("external", value);
  }
}

function byLocal(attributes: Attributes, local: string): string | undefined {
  return Object.entries(attributes).find(([name]) => localOf(name) === local)?.[1];
}

/** A part that must be there, as text. */
function partNamed(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  if (!bytes) throw fault(name === "[Content_Types].xml" ? "not-word" : "damaged", name);
  return sourceOf(name, bytes);
}

const silent = { open() {}, close() {}, text() {} };
const fault = (reason: FaultReason, what?: string) =>
  new TemplateRefusal({ reason, ...(what === undefined ? {} : { what: what.slice(0, 120) }) });
