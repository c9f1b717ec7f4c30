import { z } from 'zod';

/** Ids inside a call: letters, digits, dot, dash; they never show to a user. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, '编号只能用字母、数字、点和短横线，以字母或数字开头');

/** Id of a row of the requirements, as findings cite it: B1, C3a, D2.2.1, F5.2, H12. */
export const RequirementId = z
  .string()
  .regex(/^[A-Z]\d+[a-z]?(\.\d+)*$/, '要求编号应写作 B1、C3a、D2.2.1 的样子');

/** error keeps a package from being final; warning can be set aside with a reason; hint informs. */
export const Severity = z.enum(['error', 'warning', 'hint']);
export type Severity = z.infer<typeof Severity>;

/** A clause of the call, word for word; `ref` is where it stands: 一、申报要求（二）. */
export const Clause = z.strictObject({ id: Id, ref: z.string().min(1), text: z.string().min(1) });
export type Clause = z.infer<typeof Clause>;

/** One entry of a list a user chooses from; `code` is an official number where one exists. */
export const Choice = z.strictObject({
  id: Id,
  label: z.string().min(1),
  code: z.string().optional(),
});
export type Choice = z.infer<typeof Choice>;
