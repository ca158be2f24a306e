import { Prose, type SummaryRow } from '../../../../ui/index.ts'
import { resources } from '../../actors/rules.ts'
import type { SayInterest } from '../messages/words.ts'
import { interestKinds, type DeclarationWords } from '../rules.ts'

/** All that an organisation declares of itself, term by term. */
export function interestRows(say: SayInterest, declared: DeclarationWords): readonly SummaryRow[] {
  const brings = resources.filter((one) => declared.resources.includes(one)).map((one) => say(`resource.${one}`))
  return [
    { term: say('column.form'), value: say(`form.${declared.legalForm}`) },
    { term: say('column.speaks-for'), value: speaksForLine(say, declared) },
    { term: say('column.paid-by'), value: <Prose text={declared.paidBy} size="small" /> },
    {
      term: say('page.interests'),
      value: (
        <>
          <p>{interestsLine(say, declared)}</p>
          <Prose text={declared.interestWords} size="small" />
        </>
      ),
    },
    {
      term: say('column.resources'),
      value: (
        <>
          <p>{brings.length === 0 ? say('resource.none') : brings.join(', ')}</p>
          {declared.resourceWords === '' ? null : <Prose text={declared.resourceWords} size="small" />}
        </>
      ),
    },
    {
      term: say('column.spokesperson'),
      value: declared.spokesperson === '' ? say('page.nobody') : say('page.agreed', { name: declared.spokesperson }),
    },
  ]
}

export function interestsLine(say: SayInterest, { interests }: Pick<DeclarationWords, 'interests'>): string {
  return interestKinds
    .filter((one) => interests.includes(one))
    .map((one) => say(`interest.${one}`))
    .join(', ')
}

export function speaksForLine(
  say: SayInterest,
  { speaksFor, howMany }: Pick<DeclarationWords, 'speaksFor' | 'howMany'>,
): string {
  return howMany === null ? speaksFor : say('how-many', { words: speaksFor, count: howMany })
}
