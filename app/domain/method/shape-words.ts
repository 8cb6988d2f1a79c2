import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

/** What a value should be, as `invalid_type` names it. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数",
  int: "整数",
  boolean: "true 或 false",
  array: "一份清单（每项前加“-”）",
  object: "一组“名称: 值”",
};

function found(value: unknown): string {
  if (value === null) return "空的";
  if (Array.isArray(value)) return "一份清单";
  if (typeof value === "object") return "一组“名称: 值”";
  if (typeof value === "boolean") return "true 或 false";
  return typeof value === "number" ? "数" : "文字";
}

const nameOf = (issue: Issue) => String(issue.path?.at(-1) ?? "");

function wrongType(issue: Issue & { expected: string }): string {
  if (issue.input === undefined) return `缺少“${nameOf(issue)}”`;
  const expected = EXPECTED[issue.expected] ?? issue.expected;
  return `“${nameOf(issue)}”要填${expected}，这里是${found(issue.input)}`;
}

const UNITS: Readonly<Record<string, string>> = { array: "项", string: "个字" };

function wrongSize(issue: Issue & { origin: string }, bound: string, limit: unknown): string {
  const unit = UNITS[issue.origin] ?? "";
  const now = Array.isArray(issue.input) ? `，这里有 ${issue.input.length} 项` : "";
  return `“${nameOf(issue)}”${bound} ${String(limit)}${unit && ` ${unit}`}${now}`;
}

/** Says in Chinese what is wrong with the shape of a method's data; the schema's own sentences, where it has them, go before. */
export function shapeWords(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue);
    case "unrecognized_keys":
      return `没有这个字段：${issue.keys.map((key: string) => `“${key}”`).join("、")}`;
    case "invalid_value":
      if (issue.input === undefined) return `缺少“${nameOf(issue)}”`;
      return `“${nameOf(issue)}”只能是：${issue.values.map(String).join("、")}`;
    case "too_small":
      if (issue.origin === "string") return `“${nameOf(issue)}”不能为空`;
      return wrongSize(issue, issue.origin === "array" ? "至少" : "不能小于", issue.minimum);
    case "too_big":
      return wrongSize(issue, issue.origin === "number" || issue.origin === "int" ? "不能大于" : "最多", issue.maximum);
    case "invalid_format":
      return issue.format === "date"
        ? `“${nameOf(issue)}”要写成 2026-01-31 这样的日期`
        : `“${nameOf(issue)}”的写法不对`;
    case "invalid_union":
      return `“${nameOf(issue)}”没有这种写法`;
    default:
      return `“${nameOf(issue)}”填得不对`;
  }
}
