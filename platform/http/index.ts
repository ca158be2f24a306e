/** The door of the web: routes, visits, forms, replies. Field builders are in `form.ts`, opened as `field`. */
export { browserIn } from './browser.ts'
export {
  attemptCookie,
  challengeCookie,
  errandCookie,
  formCookie,
  letterCookie,
  proofCookie,
  sessionCookie,
} from './cookie-name.ts'
export { emptyForm, fields, isOnePress, readForm, typedForm, type FieldError, type TypedForm } from './form.ts'
export * as field from './form.ts'
export {
  file,
  notFound,
  page,
  part,
  redirect,
  redirectSaying,
  refused,
  type Cookie,
  type Crumb,
  type Done,
  type Island,
  type PageReply,
  type PartReply,
  type RedirectReply,
  type RefusedReply,
  type Reply,
  type WayOn,
} from './reply.ts'
export { route, type Route, type Row } from './route.ts'
export { formTokenOf, hashOfToken, isFormToken, newToken } from './token.ts'
export { visit, type Reader, type Visit, type VisitParts, type WithoutPlace } from './visit.ts'
