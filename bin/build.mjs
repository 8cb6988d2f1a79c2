// `npm run build`: installs and builds what is not there yet.
import { ensureBuilt, ensureInstalled } from "./ensure.mjs";
import { giveUp } from "./project.mjs";

try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  giveUp(error);
}
