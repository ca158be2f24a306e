import type { Json, JsonObject } from '@folkmoot/basics/json.ts'
import { PopoloError } from './popolo-error.ts'

/** One object of a file, and where it stands there. */
export type Item = { readonly where: string; readonly json: JsonObject }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list such as `persons`. */
export function itemsIn(json: JsonObject, key: string, where = ''): readonly Item[] {
  const list = json[key]
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) throw new PopoloError(`${where}${key}: this is no list`)
  return list.map((one: Json, at) => {
    const item = `${where}${key}[${at}]`
    if (!isObject(one)) throw new PopoloError(`${item}: this is no object`)
    return { where: item, json: one }
  })
}

/** A text or a number as text; undefined when it is missing, empty or null. */
export function textOf({ where, json }: Item, key: string): string | undefined {
  const value = json[key]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' && typeof value !== 'number') throw new PopoloError(`${where}: ${key} is no text`)
  const text = String(value).trim()
  return text === '' ? undefined : text
}

export function shortText(item: Item, key: string, most: number): string | undefined {
  const text = textOf(item, key)
  if (text !== undefined && text.length > most)
    throw new PopoloError(`${item.where}: ${key} has more than ${most} characters`)
  return text
}

/** What is left beside the keys that have a column of their own: kept, and given back at export. */
export function without({ where, json }: Item, ...keys: readonly string[]): JsonObject {
  const bag = Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)))
  // jsonb has no NUL and no half of a surrogate pair.
  if (unstorable.test(JSON.stringify(bag)))
    throw new PopoloError(`${where}: a text holds a character that cannot be stored`)
  return bag
}

const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i
