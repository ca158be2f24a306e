import { Prose, type SummaryRow } from '../../../../ui/index.ts'
import type { SayActor } from '../messages/words.ts'
import { isAffected } from '../missing.ts'
import type { ActorWords } from '../rules.ts'
import { bringsLine } from './lines.ts'

export type ActorRowsProps = { readonly say: SayActor; readonly actor: ActorWords & { readonly language: string } }

/** All that is said of an actor, term by term. */
export function ActorRows({ say, actor }: ActorRowsProps): readonly SummaryRow[] {
  const text = (words: string, none: string) =>
    words === '' ? none : <Prose text={words} lang={actor.language} size="small" />
  return [
    { term: say('table.part'), value: say(`relation.${actor.relation}`) },
    {
      term: say('table.much'),
      value: isAffected(actor) ? say(`amount.${actor.howMuch}`) : say('column.not-affected'),
    },
    { term: say('actor.how'), value: <Prose text={actor.how} lang={actor.language} size="small" /> },
    { term: say('actor.knowledge'), value: text(actor.knowledge, say('actor.none-said')) },
    {
      term: say('actor.resources'),
      value: (
        <>
          <p>{bringsLine(say, { ...actor, knowledge: '' })}</p>
          {actor.resourceWords === '' ? null : <Prose text={actor.resourceWords} lang={actor.language} size="small" />}
        </>
      ),
    },
    { term: say('table.standing'), value: say(`standing.${actor.standing}`) },
    { term: say('actor.reached'), value: text(actor.reached, say('actor.reached-nothing')) },
  ]
}
