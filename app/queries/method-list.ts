import { publicMethod } from "#app/domain/method/public-view.ts";
import { RULES } from "#app/domain/rule/presets.ts";
import { METHODS } from "#app/methods/index.ts";

/** Every built-in method as other programs see it. */
export const methodList = () => METHODS.map(publicMethod);

/** Every built-in method with its seats, for the methods' page. */
export const methodsWithSeats = () => METHODS.map((method) => ({ ...publicMethod(method), seats: method.seats }));

/** The rule presets: quorum and pass as fractions, with their source. */
export const ruleList = () => RULES;
