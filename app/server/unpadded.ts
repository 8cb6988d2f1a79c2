import { Transform } from "node:stream";

/**
 * Takes NUL bytes out of a page. React 18 leaves some at the end of a chunk where a multi-byte character did not fit any more
 * (facebook/react#24985): browsers read them as U+FFFD in attributes, so that a Chinese form value would come back changed.
 */
export function unpadded(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
