import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Details, Select, SummaryList, typedOne, type Typed } from '../../../ui/index.ts'
import { namedChoices, namedField } from '../../mandate/index.ts'
import type { SayDecision } from '../messages/words.ts'
import type { NamedVoter } from '../vote-details.ts'

export type Member = { readonly person: Id<'person'>; readonly name: string }

type FieldsProps = { readonly say: SayDecision; readonly typed: Typed; readonly members: readonly Member[] }

/** Folded: many bodies do not vote by name. */
export function NamedVoteFields({ say, typed, members }: FieldsProps) {
  if (members.length === 0) return null
  const isTyped = members.some(({ person }) => typedOne(typed, namedField(person)) !== '')
  return (
    <Details summary={say('voting.names')} isOpen={isTyped}>
      <p class="fm-small">{say('voting.names-help')}</p>
      {members.map(({ person, name }) => (
        <Select
          name={namedField(person)}
          label={name}
          none={say('voting.names-none')}
          options={namedChoices.map((choice) => ({ value: choice, label: say(`named.${choice}`) }))}
          typed={typed}
        />
      ))}
    </Details>
  )
}

type NamesProps = { readonly reader: Reader; readonly say: SayDecision; readonly named: readonly NamedVoter[] }

/** Who voted how, each linked to her record. */
export function NamedVotes({ reader, say, named }: NamesProps) {
  if (named.length === 0) return null
  return (
    <Details summary={say('vote.names')}>
      <SummaryList
        rows={namedChoices.map((choice) => ({
          term: say(`named.${choice}`),
          value: named
            .filter((one) => one.choice === choice)
            .map(({ name, slug }, at) => (
              <>
                {at === 0 ? '' : ', '}
                <a href={reader.to('person', { person: slug })}>{name}</a>
              </>
            )),
        }))}
      />
    </Details>
  )
}
