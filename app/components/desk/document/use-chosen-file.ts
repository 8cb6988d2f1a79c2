import { type ChangeEvent, useEffect, useState } from "react";

/** Whether the chosen file is over `limit` bytes, and whether what the server said of the last one still concerns it. */
export function useChosenFile(limit: number, refused: unknown) {
  const [chosen, setChosen] = useState<"none" | "fits" | "too-large">("none");
  useEffect(() => {
    if (refused) setChosen("none");
  }, [refused]);
  return {
    tooLarge: chosen === "too-large",
    stillRefused: chosen === "none",
    onChange(event: ChangeEvent<HTMLInputElement>) {
      setChosen((event.currentTarget.files?.[0]?.size ?? 0) > limit ? "too-large" : "fits");
    },
  };
}
