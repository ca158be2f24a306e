import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import { AnswerButtons, Form, StatementCard, type Arriving, type StatementRoom } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { Statement } from '../store.ts'

export type AnswerFormProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly statement: Statement
  readonly by?: Child | undefined
  /** What she answered, where she changes it. */
  readonly chosen?: Choice | undefined
  /** Where one statement follows the other: the part of the page that changes, and how the next one arrives in it. */
  readonly following?: { readonly swap: string; readonly room: StatementRoom; readonly arriving: Arriving } | undefined
}

const choices: readonly Choice[] = ['agree', 'disagree', 'pass']

/** One statement and three big answers; one press is a vote. */
export function AnswerForm({ reader, say, slug, statement, by, chosen, following }: AnswerFormProps) {
  const { swap, room, arriving } = following ?? {}
  return (
    <Form
      action={reader.to('opinion.vote', { problem: slug, number: statement.number })}
      labelledBy="statement"
      swap={swap}
    >
      <StatementCard id="statement" text={statement.text} lang={langOf(statement)} {...{ by, room, arriving }} />
      <AnswerButtons
        label={say('vote.answer')}
        name="choice"
        choices={choices.map((choice) => ({
          choice,
          word: say(`choice.${choice}`),
          hint: say(choice === chosen ? 'vote.chosen' : `hint.${choice}`),
        }))}
        chosen={chosen}
        keys={say('vote.keys')}
      />
      {swap ? (
        <p class="fm-failed" role="alert" hidden data-failed>
          {say('vote.failed')}
        </p>
      ) : null}
    </Form>
  )
}

/** Nothing is said of a language nobody knows. */
export function langOf({ language }: Pick<Statement, 'language'>): string | undefined {
  return language === 'und' ? undefined : language
}
