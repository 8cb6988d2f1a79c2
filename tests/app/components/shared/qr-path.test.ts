import { encode } from "uqr";
import { expect, it } from "vitest";
import { qrPath } from "#app/components/shared/qr-path.ts";

it("covers exactly the dark modules of the code, quiet zone included", () => {
  const address = "http://192.0.2.2:3000/m/LAKE2345?t=abcdefghijklmnopqrstuv";
  const { data, size } = encode(address, { ecc: "M", border: 3 });
  const drawn = data.map((row) => row.map(() => false));
  const code = qrPath(address);
  for (const [, x, y, length, back] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(back).toBe(length);
    for (let i = 0; i < Number(length); i++) (drawn[Number(y)] as boolean[])[Number(x) + i] = true;
  }
  expect(code.size).toBe(size);
  expect(drawn).toEqual(data);
  expect(drawn.slice(0, 3).flat()).not.toContain(true);
});
