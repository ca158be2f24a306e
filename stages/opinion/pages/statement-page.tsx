import type { Child } from 'hono/jsx'
import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import type { Tombstone } from '../../../platform/moderation/index.ts'
import {
  ErrorSummary,
  type Errors,
  Head,
  Note,
  Pager,
  ReportFold,
  Section,
  StatementCard,
  Tombstone as Stone,
  Trail,
} from '../../../ui/index.ts'
import type { EverydayKey } from '../../../platform/i18n/index.ts'
import type { Became } from '../became.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { StatementResult } from '../results.ts'
import type { Consultation, Statement } from '../store.ts'
import { AnswerForm, langOf } from './answer-form.tsx'
import { ResultsTable } from './results-table.tsx'

export type StatementPageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: Child
  readonly consultation: Consultation
  readonly statement: Statement
  readonly stone: Tombstone | undefined
  readonly author: Byline | undefined
  readonly mine: Choice | undefined
  readonly mayVote: boolean
  /** Undefined while results are not shown to this reader. */
  readonly result: StatementResult | undefined
  readonly became: readonly Became[]
  /** What politicians say of it in public, and the form of one who may. */
  readonly positions: Child
  /** What politicians replied, as their stage shows it. */
  readonly replies: Child
  readonly errors: Errors
  readonly before: number | undefined
  readonly after: number | undefined
}

/** One statement: what it says, what the reader said, what people think, what became of it. */
export function StatementPage(props: StatementPageProps) {
  const { reader, say, slug, question, statement, stone, result, became, positions, replies } = props
  return (
    <div class="fm-vote">
      <ErrorSummary title={reader.common('error-title')} errors={props.errors} />
      <Head eyebrow={question} title={say('statement.title', { number: statement.number })} size="s" />
      {stone ? <Hidden reader={reader} stone={stone} /> : <Words {...props} />}
      {result && !stone ? (
        <Section id="result" title={say('statement.result')}>
          <ResultsTable reader={reader} say={say} slug={slug} results={[result]} isItsPage />
        </Section>
      ) : null}
      {stone ? null : positions}
      {stone ? null : replies}
      <Section id="became" title={say('statement.became')}>
        {became.length === 0 ? (
          <p class="fm-muted">
            {say(
              statement.writtenBy !== null && statement.writtenBy === reader.actor.account
                ? 'statement.became-none-yours'
                : 'statement.became-none',
            )}
          </p>
        ) : (
          <Trail steps={became} />
        )}
      </Section>
      <Around {...props} />
      {stone || statement.source ? null : <Report {...props} />}
    </div>
  )
}

function Words({ reader, say, slug, consultation, statement, author, mine, mayVote }: StatementPageProps) {
  const by = byLine({ reader, say, statement, author })
  if (statement.isTakenOut) {
    return (
      <>
        <StatementCard id="statement" text={statement.text} by={by} lang={langOf(statement)} />
        <Note icon="info">
          <p>{say('statement.taken-out')}</p>
        </Note>
      </>
    )
  }
  const yours = mine ? (
    <Note icon="agree">
      <p>
        <strong>{say('statement.mine', { choice: mine })}.</strong>{' '}
        {mayVote ? say('statement.mine-next', { deadline: reader.time.deadline(consultation.closesAt) }) : null}
      </p>
    </Note>
  ) : null
  return (
    <div class="fm-stack fm-stack--6">
      {mayVote ? (
        <AnswerForm {...{ reader, say, slug, statement, by }} chosen={mine} />
      ) : (
        <StatementCard id="statement" text={statement.text} by={by} lang={langOf(statement)} />
      )}
      {yours}
    </div>
  )
}

type ByLine = Pick<StatementPageProps, 'reader' | 'say' | 'statement' | 'author'>

function byLine({ reader, say, statement, author }: ByLine): string {
  const day = reader.time.day(statement.writtenAt)
  if (statement.source) return `${say('statement.source')}, ${day}`
  if (statement.writtenBy !== null && statement.writtenBy === reader.actor.account)
    return say('statement.by-you', { day })
  if (statement.isSeed) return `${say('statement.by-seed')}, ${day}`
  return author?.name ? `${say('statement.by', { name: author.name })}, ${day}` : say('vote.by-hidden', { day })
}

function Hidden({ reader, stone }: { readonly reader: Reader; readonly stone: Tombstone }) {
  const role = reader.common(`role.${stone.role}` as EverydayKey) // roles and rules are closed sets with a word each
  const rule = reader.common(`rule.${stone.rule}` as EverydayKey)
  return (
    <Stone
      title={reader.common('hidden', { role, rule, day: reader.time.day(stone.at), reason: '' })}
      reason={stone.reason}
    />
  )
}

function Around({ reader, say, slug, mayVote, before, after }: StatementPageProps) {
  const at = (number: number | undefined, text: string) =>
    number === undefined ? undefined : { href: reader.to('opinion.statement', { problem: slug, number }), text }
  return (
    <Pager
      label={say('statement.pager')}
      before={at(before, say('statement.before'))}
      here={{
        text: say(mayVote ? 'link.vote' : 'journey.statements'),
        href: reader.to('opinion.statements', { problem: slug }),
      }}
      after={at(after, say('statement.after'))}
    />
  )
}

function Report({ reader, say, statement }: StatementPageProps) {
  return (
    <ReportFold
      action={reader.to('moderation.report')}
      kind="statement"
      id={statement.id}
      words={{
        open: say('report.open'),
        about: say('report.about', { number: statement.number }),
        label: say('report.label'),
        help: say('report.help'),
        send: say('report.send'),
      }}
    />
  )
}
