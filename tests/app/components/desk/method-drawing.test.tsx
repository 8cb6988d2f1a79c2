import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MethodDrawing } from "#app/components/desk/method-drawing/method-drawing.tsx";
import { METHODS, requireMethod } from "#app/methods/index.ts";
import { methodDrawingText as text } from "#app/text/method-drawing.ts";

const roundtable = requireMethod("roundtable");
const count = (markup: string, part: string) => markup.split(part).length - 1;

describe("the picture of a method", () => {
  it("is named and told for whoever does not see it", () => {
    const markup = renderToStaticMarkup(<MethodDrawing method={roundtable} />);
    const [, title, desc] = /aria-labelledby="(\S+) (\S+)"/.exec(markup) ?? [];
    expect(markup).toContain(`<title id="${title}">${text.title("圆桌会议")}</title>`);
    expect(markup).toContain(`<desc id="${desc}">共 6 个环节。`);
    expect(markup).toContain("“汇集问题”经“上会”到“开会说诉求”");
  });

  it("says by a word where an issue stands, once, and nowhere when it stands at no stage of the method", () => {
    const marked = (current?: string) =>
      count(
        renderToStaticMarkup(<MethodDrawing method={roundtable} {...(current ? { current } : {})} />),
        text.current,
      );
    expect([marked("voice"), marked("settled"), marked(), marked("elsewhere")]).toEqual([1, 1, 0, 0]);
  });

  it.each(METHODS.map((method) => [method.id, method] as const))("is nowhere smaller than 14 px: %s", (_, method) => {
    const markup = renderToStaticMarkup(<MethodDrawing method={method} />);
    const sizes = [...markup.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(method.stages.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
  });
});
