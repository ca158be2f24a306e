import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import { AnswerButtons, Form, StatementCard } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { Statement } from '../store.ts'

export type AnswerFormProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly statement: Statement
  readonly by?: Child | undefined
}

const choices: readonly Choice[] = ['agree', 'disagree', 'pass']

/** One statement and three big answers; one press is a vote. */
export function AnswerForm({ reader, say, slug, statement, by }: AnswerFormProps) {
  return (
    <Form action={reader.to('opinion.vote', { problem: slug, number: statement.number })} labelledBy="statement">
      <StatementCard id="statement" text={statement.text} by={by} lang={langOf(statement)} />
      <AnswerButtons
        label={say('vote.answer')}
        name="choice"
        choices={choices.map((choice) => ({ choice, word: say(`choice.${choice}`), hint: say(`hint.${choice}`) }))}
        keys={say('vote.keys')}
      />
    </Form>
  )
}

/** Nothing is said of a language nobody knows. */
export function langOf({ language }: Pick<Statement, 'language'>): string | undefined {
  return language === 'und' ? undefined : language
}
