import type { Id } from '@folkmoot/basics/ids.ts'
import type { Body } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  ButtonLink,
  Columns,
  Empty,
  GoalBar,
  Head,
  List,
  OweList,
  Pager,
  Section,
  StateTag,
} from '../../../../ui/index.ts'
import type { SaySupport } from '../../supports/messages/words.ts'
import type { SayAgenda } from '../../agenda/messages/words.ts'
import type { SayAnswers } from '../messages/words.ts'
import type { AnsweredLine, CollectingLine, OwedLine } from '../lists.ts'
import type { AgendaRule } from '../../agenda/store.ts'
import { DebtClock, outcomeLooks } from './debts.tsx'
import { OddsPart } from './odds-part.tsx'
import type { Odds } from '../odds.ts'
import { RuleWords } from '../../agenda/pages/rule-words.tsx'

export type AgendaPageProps = {
  readonly reader: Reader
  readonly say: SayAnswers
  readonly sayRule: SayAgenda
  readonly saySupport: SaySupport
  readonly now: Temporal.Instant
  /** Every version, the newest first: that one is in force. */
  readonly versions: readonly AgendaRule[]
  readonly bodies: readonly Body[]
  /** Overdue first. */
  readonly owed: readonly OwedLine[]
  readonly collecting: readonly CollectingLine[]
  readonly answered: readonly AnsweredLine[]
  readonly odds: Odds
  readonly maySet: boolean
  /** What is on its way and what was answered stands on the first page only. */
  readonly isFirst: boolean
  /** What the next page of what is owed begins after; null on the last one. */
  readonly more: string | null
}

/** What residents want answered: what a body owes, what is on its way, what was answered. */
export function AgendaPage(props: AgendaPageProps) {
  const { reader, say, sayRule, maySet } = props
  const [rule, ...earlier] = props.versions
  return (
    <>
      <Head title={say('list.title')} lead={say('list.lead')} />
      <Columns
        main={
          <>
            <OwedPart {...props} />
            {props.isFirst ? <CollectingPart {...props} /> : null}
            {props.isFirst ? <AnsweredPart {...props} /> : null}
          </>
        }
        aside={
          <>
            <OddsPart say={say} odds={props.odds} />
            <Section id="rule" title={sayRule('rule.in-force')} size="aside">
              {rule ? <Version {...props} rule={rule} /> : <p class="fm-small">{sayRule('rule.none-next')}</p>}
              {maySet ? (
                <p>
                  <ButtonLink variant="secondary" size="sm" href={reader.to('problem.rule')}>
                    {sayRule(rule ? 'rule.change' : 'rule.set')}
                  </ButtonLink>
                </p>
              ) : null}
            </Section>
            {earlier.length === 0 ? null : (
              <Section id="earlier" title={sayRule('rule.earlier')} size="aside">
                <p class="fm-small">{sayRule('rule.earlier-lead')}</p>
                {earlier.map((one) => (
                  <Version {...props} rule={one} />
                ))}
              </Section>
            )}
          </>
        }
      />
    </>
  )
}

/** Where a problem's page leads to: the version it was raised under. */
function Version({ rule, ...props }: AgendaPageProps & { readonly rule: AgendaRule }) {
  const { reader, say, sayRule } = props
  return (
    <>
      <h3 id={`rule-${rule.version}`} class="fm-h-mid">
        {say('way.rule', { version: rule.version })}
      </h3>
      <RuleWords say={sayRule} rule={rule} body={nameOf(props, rule.body)} since={reader.time.day(rule.setAt)} />
    </>
  )
}

function OwedPart(props: AgendaPageProps) {
  const { reader, say, now, owed, isFirst, more } = props
  const here = reader.to('problem.agenda')
  return (
    <Section id="waits" title={say('list.owed')}>
      {owed.length === 0 ? (
        <Empty title={say('list.nothing-owed')}>
          <p>{say('list.nothing-owed-next')}</p>
        </Empty>
      ) : (
        <OweList
          items={owed.map(({ debt, question, putNow, slug }) => ({
            clock: <DebtClock reader={reader} due={debt.dueAt} now={now} />,
            title: question,
            href: `${reader.to('problem.page', { problem: slug })}#owed-${debt.number}`,
            line: [
              say('list.owed-line', { body: nameOf(props, debt.body), count: debt.supports }),
              ...(putNow === null ? [] : [say('list.put-now', { question: putNow })]),
            ].join(' '),
          }))}
        />
      )}
      {isFirst && more === null ? null : (
        <Pager
          label={say('list.pages')}
          before={isFirst ? undefined : { href: here, text: say('list.first') }}
          after={more === null ? undefined : { href: `${here}?after=${more}`, text: say('list.more') }}
        />
      )}
    </Section>
  )
}

function CollectingPart({ reader, say, saySupport, collecting }: AgendaPageProps) {
  return (
    <Section id="collecting" title={say('list.collecting')}>
      {collecting.length === 0 ? (
        <p class="fm-text fm-muted">{say('list.nothing-collecting')}</p>
      ) : (
        <List
          items={collecting.map(({ slug, question, supports, goal, closesAt }) => (
            <div class="fm-stack fm-stack--2">
              <p>
                <a href={reader.to('problem.page', { problem: slug })}>{question}</a>
              </p>
              <p class="fm-small">
                {saySupport('count', { count: supports, goal })}
                {closesAt ? ` · ${saySupport('until', { date: reader.time.day(closesAt) })}` : ''}
              </p>
              <GoalBar done={supports} goal={goal} />
            </div>
          ))}
        />
      )}
    </Section>
  )
}

function AnsweredPart({ reader, say, answered }: AgendaPageProps) {
  if (answered.length === 0) return null
  return (
    <Section id="answered" title={say('list.answered')}>
      <List
        items={answered.map(({ slug, question, outcome, at }) => (
          <div class="fm-stack fm-stack--2">
            <p>
              <a href={reader.to('problem.page', { problem: slug })}>{question}</a>
            </p>
            <p class="fm-small">
              {outcome === 'mandate' ? (
                <StateTag icon="agree" color="success">
                  {say('state.mandate')}
                </StateTag>
              ) : (
                <StateTag {...outcomeLooks[outcome]}>{say(`outcome.${outcome}`)}</StateTag>
              )}{' '}
              {reader.time.day(at)}
            </p>
          </div>
        ))}
      />
    </Section>
  )
}

function nameOf({ bodies }: AgendaPageProps, id: Id<'body'>): string {
  return bodies.find((body) => body.id === id)?.name ?? ''
}
