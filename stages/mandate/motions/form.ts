import { parseId } from '@folkmoot/basics/ids.ts'
import type { FormVisit } from '../parts.ts'
import { namedChoices, type NamedVote } from './rules.ts'

/** The name of a member's field on the form of the vote. */
export function fieldOf(person: string): string {
  return `named-${person}`
}

/** Who voted how, of those that were chosen; none where the body does not vote by name. */
export function readNames({ form }: Pick<FormVisit, 'form'>): readonly NamedVote[] {
  return Object.entries(form.typed).flatMap(([name, [chosen]]) => {
    const person = name.startsWith(fieldOf('')) ? parseId('person', name.slice(fieldOf('').length)) : undefined
    const choice = namedChoices.find((one) => one === chosen)
    return person && choice ? [{ person, choice }] : []
  })
}
