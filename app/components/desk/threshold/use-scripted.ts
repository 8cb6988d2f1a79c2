import { useEffect, useState } from "react";

/** Whether scripts have taken the page over: false on the server and in the first picture, for what works only with them. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return scripted;
}
