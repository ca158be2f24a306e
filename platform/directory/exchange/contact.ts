import type { Json, JsonObject } from '@folkmoot/basics/json.ts'

const contactKeys =
  /^(e_?mails?|(tele|mobile_?|cell_?)?phones?(_?numbers?)?|tel|mobile|cell|voice|fax|contact_?details?|(postal_?|home_?|street_?)?address(es)?)$/i
const contactValue = /^\s*(mailto:.*|tel:.*|[^\s@/]+@[^\s@/]+\.[^\s@/]+)\s*$/i

/** The same without ways to reach a person: we name public figures, we do not hand out their telephone. */
export function withoutContact(item: JsonObject): JsonObject {
  const kept = Object.entries(item).filter(([key, value]) => !contactKeys.test(key) && !isContact(value))
  return Object.fromEntries(kept.map(([key, value]) => [key, cleaned(value)]))
}

function cleaned(value: Json | undefined): Json {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null
  if (isList(value)) return value.filter((one) => !isContact(one)).map(cleaned)
  return withoutContact(value)
}

function isContact(value: Json | undefined): boolean {
  if (typeof value === 'string') return contactValue.test(value)
  if (value === null || typeof value !== 'object' || isList(value)) return false
  // A link or an identifier whose only purpose is to reach somebody goes as a whole.
  return [value.url, value.value, value.identifier].some((one) => typeof one === 'string' && contactValue.test(one))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
