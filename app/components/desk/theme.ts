import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Index 6 is the role's colour (`base.css`); the others are its tints and shades. */
const vermilion: MantineColorsTuple = [
  "#fbf0ef",
  "#f4dcda",
  "#e9b9b6",
  "#dc918e",
  "#cf6965",
  "#c2443f",
  "#b4232a",
  "#9a1c23",
  "#80161c",
  "#661016",
];
const pass: MantineColorsTuple = [
  "#eef6f1",
  "#d6eadf",
  "#aed5c0",
  "#83bf9e",
  "#57a67c",
  "#368f61",
  "#1e7b4d",
  "#176640",
  "#115133",
  "#0b3c26",
];
const wait: MantineColorsTuple = [
  "#fbf5e8",
  "#f3e5c6",
  "#e6cb90",
  "#d6ae59",
  "#c0902d",
  "#a67514",
  "#8a5a00",
  "#734b00",
  "#5b3b00",
  "#452d00",
];
/** Paper to ink: warm greys; index 6 still has 4.5 : 1 on paper, because Mantine uses it for secondary text. */
const gray: MantineColorsTuple = [
  "#faf9f6",
  "#f3f1ec",
  "#ebe8e1",
  "#e4e1da",
  "#cfcbc2",
  "#75716a",
  "#5b6470",
  "#4a525c",
  "#353b43",
  "#1f2328",
];

/** 42 px high: large enough for a finger on a tablet. */
const FIELDS = [
  "TextInput",
  "Textarea",
  "PasswordInput",
  "NumberInput",
  "NativeSelect",
  "Select",
  "Autocomplete",
  "Checkbox",
  "Radio",
  "SegmentedControl",
];

/** The desk's theme: the tokens of `base.css` in Mantine's terms. */
export const theme = createTheme({
  white: "#ffffff",
  black: "#1f2328",
  primaryColor: "vermilion",
  primaryShade: 6,
  colors: { vermilion, red: vermilion, green: pass, yellow: wait, gray },
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--sans)", fontWeight: "600" },
  fontSizes: { xs: "0.875rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.375rem" },
  lineHeights: { xs: "1.5", sm: "1.55", md: "1.6", lg: "1.6", xl: "1.4" },
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    ...Object.fromEntries(FIELDS.map((name) => [name, { defaultProps: { size: "md" } }])),
    Button: { defaultProps: { size: "sm" }, styles: { root: { minHeight: "2.5rem" }, label: { fontSize: "1rem" } } },
    InputWrapper: {
      styles: {
        label: { fontWeight: 600, marginBottom: "0.25rem" },
        description: { fontSize: "0.875rem" },
        error: { fontSize: "0.875rem" },
      },
    },
  },
});
