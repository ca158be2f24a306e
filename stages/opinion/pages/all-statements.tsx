import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { List, Section, Small } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { Statement } from '../store.ts'
import { langOf } from './answer-form.tsx'

export type AllStatementsProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly statements: readonly Statement[]
  readonly mine: ReadonlyMap<string, Choice>
}

/** Every statement, and beside it what the reader said of it. */
export function AllStatements({ reader, say, slug, statements, mine }: AllStatementsProps) {
  if (statements.length === 0) return null
  const items = statements.map(({ id, number, text, language }) => {
    const choice = mine.get(id)
    return (
      <>
        <a href={reader.to('opinion.statement', { problem: slug, number })} lang={langOf({ language })}>
          {text}
        </a>
        {choice ? <Small>{say('statement.mine', { choice })}</Small> : null}
      </>
    )
  })
  return (
    <Section id="all" title={say('vote.all-statements')}>
      <List items={items} isTight />
    </Section>
  )
}
