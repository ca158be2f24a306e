import { shareOf, type Between } from '@folkmoot/opinion-map/gap.ts'
import { choices } from '@folkmoot/tally/tally.ts'
import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  BarChart,
  ButtonLink,
  Details,
  Empty,
  Figure,
  Head,
  Note,
  Section,
  ShareBar,
  Table,
} from '../../../../ui/index.ts'
import { opinionWords } from '../../messages/words.ts'
import type { NotYet } from '../../pages/not-yet.ts'
import { langOf } from '../../pages/answer-form.tsx'
import type { Statement } from '../../store.ts'
import { others, type GapRow, type Other, type Overall } from '../gap.ts'
import type { SayPosition } from '../messages/words.ts'
import { lastOf, type Position } from '../position.ts'
import type { Politicians } from './people.tsx'

/** One statement, as this reader may see it. */
export type Stands = {
  readonly statement: Statement
  /** Undefined while results, or the names beside this statement, are not shown to this reader. */
  readonly row: GapRow | undefined
  readonly positions: readonly Position[]
  readonly mayRead: boolean
  /** Of the politician who reads. */
  readonly own: Position | undefined
}

export type GapPageProps = {
  readonly reader: Reader
  readonly say: SayPosition
  readonly slug: string
  readonly question: Child
  readonly isClosed: boolean
  readonly isPolitician: boolean
  /** Who cannot vote here reads names at the close. */
  readonly mayVote: boolean
  readonly closesAt: Temporal.Instant
  /** Why no numbers are shown to this reader. */
  readonly notYet: NotYet | undefined
  readonly overall: Readonly<Record<Other, Overall | undefined>>
  readonly stands: readonly Stands[]
  readonly people: Politicians
}

/** Politicians by name beside residents and members in numbers: in words, in a chart, in a table. */
export function GapPage(props: GapPageProps) {
  const { reader, say, slug, question, notYet, isPolitician, stands } = props
  const statements = reader.to('opinion.statements', { problem: slug })
  const taken = stands.filter(({ own }) => own !== undefined).length
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={question} title={say('page.title')} lead={say('page.lead')} />
      {isPolitician ? <Note icon="locked">{say('page.yours', { taken, of: stands.length })}</Note> : null}
      {notYet === undefined ? (
        <OverallPart {...props} />
      ) : (
        <Empty
          level={2}
          title={say('page.no-numbers')}
          action={<ButtonLink href={statements}>{notYet.link}</ButtonLink>}
        >
          {notYet.words}
        </Empty>
      )}
      <Statements {...props} />
      <p>
        <a href={reader.to('opinion.results', { problem: slug })}>{say('link.results')}</a>
      </p>
      <p>
        <a href={reader.to('opinion.map', { problem: slug })}>{opinionWords.say(reader.lang)('link.map')}</a>
      </p>
      <Details summary={say('how.title')}>
        <p>{say('how.shares')}</p>
        <p>{say('how.privacy')}</p>
        <p>{say('how.intervals')}</p>
      </Details>
    </div>
  )
}

function OverallPart({ say, overall, isClosed }: GapPageProps) {
  const known = others.flatMap((other) => {
    const found = overall[other]
    return found ? [{ other, ...found }] : []
  })
  const [first] = known
  if (!first) {
    return (
      <Section id="overall" title={say('overall.title')} size="mid">
        <p>{say('overall.none')}</p>
      </Section>
    )
  }
  return (
    <Section
      id="overall"
      title={say('overall.title')}
      size="mid"
      lead={say(pointsOf(first.gap.low) > 0 ? 'overall.is-no-chance' : 'overall.may-be-chance')}
    >
      <Figure
        number={say('overall.points', { points: pointsOf(first.gap.value) })}
        label={say(`overall.${first.other}`, { statements: first.statements })}
        range={rangeOf(say, first.gap)}
      />
      <BarChart
        id="gap-chart"
        title={say('chart.title')}
        unit={say('chart.unit')}
        bars={known.map(({ other, gap }) => ({
          label: say(`chart.${other}`),
          value: pointsOf(gap.value),
          words: say('chart.words', {
            points: pointsOf(gap.value),
            low: pointsOf(gap.low),
            high: pointsOf(gap.high),
          }),
          range: { low: pointsOf(gap.low), high: pointsOf(gap.high) },
        }))}
        table={{ open: say('chart.table'), label: say('chart.between'), value: say('chart.gap') }}
      />
      {overall.members ? null : (
        <p class="fm-mini">{say(isClosed ? 'overall.members-few' : 'overall.members-later')}</p>
      )}
    </Section>
  )
}

function Statements(props: GapPageProps) {
  const { say, stands, isClosed, notYet } = props
  const withNumbers = notYet === undefined
  const readable = stands.filter(({ mayRead }) => mayRead)
  const unread = stands.length - readable.length
  const shown = (props.isPolitician ? stands : readable).toSorted((a, b) => apart(b) - apart(a))
  return (
    <Section
      id="statements"
      title={say('table.title')}
      size="mid"
      lead={unread > 0 ? unreadOf(props, unread) : undefined}
    >
      {shown.length === 0 ? null : (
        <Table
          caption={say('table.title')}
          isCaptionHidden
          columns={[
            { label: say('table.statement'), width: 'most' },
            { label: say('table.politicians') },
            ...(withNumbers
              ? [
                  { label: say('table.residents') },
                  ...(isClosed ? [{ label: say('table.members') }] : []),
                  { label: say('table.gap') },
                ]
              : []),
          ]}
          rows={shown.map((one) => ({
            cells: [
              <StatementCell {...props} one={one} />,
              <Names {...props} one={one} />,
              ...(withNumbers
                ? [
                    shareCell(say, one, 'residents'),
                    ...(isClosed ? [shareCell(say, one, 'members')] : []),
                    one.row ? gapWords(say, one.row.gaps.residents) : say('table.later'),
                  ]
                : []),
            ],
          }))}
        />
      )}
    </Section>
  )
}

function unreadOf({ reader, say, mayVote, closesAt }: GapPageProps, unread: number): string {
  return mayVote
    ? say('table.unread', { unread })
    : say('table.unread-others', { deadline: reader.time.deadline(closesAt) })
}

/** Between politicians and residents; what cannot be said comes last, in the order of the statements. */
function apart({ row }: Stands): number {
  const gap = row?.gaps.residents
  return gap ? Math.abs(gap.value) : -1
}

type Cell = Omit<GapPageProps, 'stands'> & { readonly one: Stands }

function StatementCell({ reader, say, slug, isPolitician, one: { statement, own } }: Cell) {
  const href = reader.to('opinion.statement', { problem: slug, number: statement.number })
  return (
    <>
      <a href={href} lang={langOf(statement)}>
        {statement.text}
      </a>
      {isPolitician ? (
        <>
          <br />
          <a class="fm-mini" href={`${href}#positions`}>
            {own
              ? say('table.change', { choice: lastOf(own).choice })
              : say('table.take', { number: statement.number })}
          </a>
        </>
      ) : null}
    </>
  )
}

/** "2 of 3 agree", and who says what. */
function Names({ reader, say, people, one: { positions, mayRead } }: Cell) {
  if (!mayRead) return <>{say('table.later')}</>
  if (positions.length === 0) return <>{say('table.nobody')}</>
  const agree = positions.filter((one) => lastOf(one).choice === 'agree').length
  return (
    <>
      <ShareBar share={agree / positions.length} words={say('table.agree-of', { agree, of: positions.length })} />
      {choices.map((choice) => {
        const names = positions
          .filter((one) => lastOf(one).choice === choice)
          .flatMap(({ person }) => people.get(person) ?? [])
          .toSorted((a, b) => a.name.localeCompare(b.name, reader.lang))
        if (names.length === 0) return null
        return (
          <div class="fm-mini">
            {opinionWords.say(reader.lang)(`choice.${choice}`)}:{' '}
            {names.map((one, at) => (
              <>
                {at > 0 ? ', ' : ''}
                <a href={reader.to('person', { person: one.slug })}>{one.name}</a>
              </>
            ))}
          </div>
        )
      })}
    </>
  )
}

function shareCell(say: SayPosition, { row }: Stands, other: Other): Child {
  if (!row) return say('table.later')
  const known = row.known[other]
  if (!known) return say('table.withheld')
  const { value, low, high } = shareOf(known)
  const isExact = known.least === known.most
  return (
    <>
      <ShareBar share={value} words={say(isExact ? 'table.share' : 'table.share-about', { share: pointsOf(value) })} />
      <div class="fm-mini">{say('table.between', { low: pointsOf(low), high: pointsOf(high) })}</div>
    </>
  )
}

/** In percentage points. */
function pointsOf(share: number): number {
  return Math.round(100 * share)
}

function rangeOf(say: SayPosition, { low, high }: Between): string {
  return say('overall.range', { low: pointsOf(low), high: pointsOf(high) })
}

/** Which side has more, and whether that may be chance; of fewer than three politicians nothing. */
function gapWords(say: SayPosition, gap: Between | undefined): string {
  if (!gap) return say('gap.unknown')
  const side = gap.value < 0 ? 'fewer' : 'more'
  const [near, far] = side === 'more' ? [gap.low, gap.high] : [-gap.high, -gap.low]
  const points = Math.abs(pointsOf(gap.value))
  if (near <= 0) return say('gap.chance', { points, side })
  return say('gap.sure', { points, side, low: pointsOf(near), high: pointsOf(far) })
}
