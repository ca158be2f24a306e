import { fixedFields, type Fixed, type FixedField, type Mark, type Marked, type Preset } from '../preset.ts'
import { ruleWords } from '../promise.ts'
import type { SayMandate } from '../messages/words.ts'

/** One value of a model in words, with where it comes from. */
export type ModelLine = { readonly term: string; readonly text: string; readonly mark: Mark; readonly source: string }

export function modelLines(say: SayMandate, { fixes, duties }: Preset): readonly ModelLine[] {
  const values = fixedFields.flatMap((field) => {
    const found: Marked<Fixed[typeof field]> | undefined = fixes[field]
    if (!found) return []
    return [{ term: say(`field.${field}`), text: fixedText(say, field, found.value), ...originOf(found) }]
  })
  const owed = duties.map((duty) => ({
    term: say('field.duties'),
    text: `${say(`duty.${duty.value}`)}.`,
    ...originOf(duty),
  }))
  return [...values, ...owed]
}

function originOf({ mark, source }: Marked<unknown>) {
  return { mark, source }
}

/** Names of the fields a model says nothing about. */
export function notFoundIn(say: SayMandate, { fixes, duties }: Preset): readonly string[] {
  const empty = fixedFields.filter((field) => fixes[field] === undefined).map((field) => say(`field.${field}`))
  return duties.length > 0 ? empty : [...empty, say('field.duties')]
}

function fixedText(say: SayMandate, field: FixedField, value: Fixed[FixedField]): string {
  if (typeof value === 'object') return ruleWords(say, value)
  if (typeof value === 'number') {
    if (field === 'minGenderShare') return say('value.share', { share: value })
    return field === 'minAge' ? say('value.years', { age: value }) : String(value)
  }
  if (field === 'selection') return say(`selection.${value}` as 'selection.lot') // closed sets with a word each
  if (field === 'chair') return say(`chair.${value}` as 'chair.beside')
  if (field === 'textDeciders') return say(`text-deciders.${value}` as 'text-deciders.chair')
  if (field === 'recipient') return say(`body-kind.${value}` as 'body-kind.council')
  if (field === 'promise') return say(`level.${value}` as 'level.inform')
  return say(value as 'model.gentofte-trigger') // what is left are keys of messages
}
