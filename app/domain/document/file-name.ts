/** Names that Windows keeps for devices, with or without an ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** In UTF-8, 60 Chinese characters: day, kind and ending stand around it, and most systems take 255 bytes. */
const LONGEST = 180;

const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get into a file's name
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\\/:*?"<>|~`$'&;\s.]+/gu;

/**
 * A text as one part of a path that every system takes: nothing that Windows or a shell trips over, no dot or blank at its ends, no device's name.
 * `otherwise` where nothing of it is left.
 */
export function fileSafe(text: string, otherwise = "未命名"): string {
  const plain = text.toWellFormed().normalize("NFC").replace(UNSAFE, " ");
  const short = cutToFit(plain.trim()).trim();
  return short === "" || DEVICE.test(short) ? otherwise : short;
}

/** The beginning of a text that fits into a file's name, whole characters alone. */
function cutToFit(text: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += utf8.encode(character).length;
    if (bytes > LONGEST) break;
    kept += character;
  }
  return kept;
}

const utf8 = new TextEncoder();

/** Gives each name once: a second one of a folder gets a number before its ending. Names that differ only in case are the same to Windows. */
export function uniqueNames(): (path: string) => string {
  const taken = new Set<string>();
  return (path) => {
    const dot = path.lastIndexOf(".");
    const [stem, ending] = dot > path.lastIndexOf("/") ? [path.slice(0, dot), path.slice(dot)] : [path, ""];
    let name = path;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}（${n}）${ending}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
