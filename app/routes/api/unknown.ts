import { DomainError } from "#app/domain/errors.ts";
import { api } from "#app/routes/shared/answer.ts";

/** Every API address that nothing else answers. */
const nothing = api(async () => {
  throw new DomainError("not-found");
});

export { nothing as action, nothing as loader };
