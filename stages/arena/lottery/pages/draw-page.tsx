import { beacons } from '@folkmoot/sortition/beacons.ts'
import { ErrorSummary, Head, PersonChip, Said, Section } from '../../../../ui/index.ts'
import { WaysLine } from '../../letters/pages/ways-line.tsx'
import { threeDigits } from '../commitment.ts'
import { changedLimits } from '../limits.ts'
import type { Step } from '../rules.ts'
import type { Drawn } from '../view.ts'
import { BeaconPart, roundWords } from './beacon.tsx'
import { Chance, YourNumber } from './chance.tsx'
import { drawAsked, Earlier, NotBegun } from './begin.tsx'
import { CheckYourself } from './check-yourself.tsx'
import { Dice } from './dice.tsx'
import { boundsOf, LimitsTable } from './limits-table.tsx'
import { PanelNumbers } from './notice-board.tsx'
import { PanelsFigure } from './panels-figure.tsx'
import type { DrawPageProps } from './props.ts'
import { Steps } from './steps.tsx'
import { StaffActs } from './staff-acts.tsx'

/** Seats given by lot, step by step, before, during and after the draw: everything somebody needs to check it herself. */
export function DrawPage(props: DrawPageProps) {
  const { say, reader, view, errors } = props
  const { limits, panels, drawn, mine } = view
  if (!limits) {
    return (
      <>
        <NotBegun {...props} />
        <Earlier {...props} />
      </>
    )
  }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Top {...props} />
      {panels && !isEnded(view) ? <Thrown {...props} /> : null}
      {view.mayPrepare ? <StaffActs {...props} /> : null}
      {drawn ? <People {...props} /> : isEnded(view) ? null : <Steps {...props} />}
      {mine ? (
        // Her own number hangs on no notice board; she reads it before the picture of all panels.
        <div class="fm-stack fm-stack--6 fm-noprint">
          {panels ? <Chance {...props} mine={mine} /> : null}
          <YourNumber {...props} mine={mine} />
        </div>
      ) : null}
      <PanelNumbers {...props} />
      <BeaconPart {...props} />
      {panels ? (
        <div class="fm-noprint">
          <Section
            id="panels"
            title={say('panels.title')}
            more={
              view.isOpen
                ? {
                    href: `${reader.to('arena.lottery-panels', { problem: props.problem.slug })}${drawAsked(view)}`,
                    text: say('panels.list'),
                  }
                : undefined
            }
          >
            <PanelsFigure say={say} mine={mine?.chance ? mine.panels : null} drawn={drawn?.panel ?? null} />
          </Section>
        </div>
      ) : null}
      <CheckYourself {...props} />
      {view.isOpen ? (
        <Section id="limits" title={say(drawn ? 'table.title-met' : 'table.title')} lead={limitsLead(props)}>
          <WaysLine reader={reader} slug={props.problem.slug} ways={view.pool?.ways ?? null} />
          {limits.onePerHousehold ? <p class="fm-small">{say('table.household')}</p> : null}
          <LimitsTable {...props} />
          <Widened {...props} />
        </Section>
      ) : (
        <Section id="limits" title={say('sealed.title')} lead={say('sealed.lead')}>
          <p class="fm-small">{say('sealed.check')}</p>
        </Section>
      )}
      <Earlier {...props} />
    </>
  )
}

/** It was given up: nothing of it comes any more. */
function isEnded({ standing }: DrawPageProps['view']): boolean {
  return standing.lottery?.step === 'ended'
}

/** Everybody who was drawn has said yes. */
function isEachNamed({ drawnPeople }: DrawPageProps['view']): boolean {
  return drawnPeople.length > 0 && drawnPeople.every(({ name }) => name !== null)
}

function Top(props: DrawPageProps) {
  const { say, reader, problem, view } = props
  const { drawn, pool, limits, panels, beacon } = view
  const seats = limits?.seats ?? 0
  const isWhole = isEachNamed(view)
  const title = drawn
    ? `${say('top.drawn', { panel: threeDigits(drawn.panel) })}${isWhole ? `. ${say('top.drawn-people', { seats })}` : ''}`
    : say(
        isEnded(view)
          ? 'top.ended'
          : panels && beacon
            ? 'top.panels-beacon'
            : `top.${panels ? 'panels' : pool ? 'pool' : 'limits'}`,
        {
          seats,
          size: pool?.size ?? 0,
          number: view.standing.at.lottery,
        },
      )
  return (
    <Head
      eyebrow={drawn ? drawnWhere(props, drawn) : <Said lang={problem.language}>{problem.question}</Said>}
      title={title}
      lead={leadOf(props, seats)}
    >
      {panels && !isEnded(view) ? (
        <p class="fm-noprint">
          <a class="fm-link" href={`${reader.to('arena.lottery', { problem: problem.slug })}?screen`}>
            {say('top.screen')}
          </a>
        </p>
      ) : null}
    </Head>
  )
}

function leadOf(props: DrawPageProps, seats: number): string {
  const { say, reader, view } = props
  const { drawn, pool, beacon, standing } = view
  const { lottery } = standing
  const counts = { seats, size: pool?.size ?? 0 }
  const step: Step = lottery?.step ?? 'ended'
  if (lottery?.endedAt) return say('lead.ended', { day: reader.time.day(lottery.endedAt), reason: lottery.endedReason })
  if (drawn)
    return drawn.thrown
      ? say('lead.drawn', { ...counts, thrownBy: drawn.thrown.thrownBy })
      : say('lead.drawn-beacon', { ...counts, round: roundWords(props, drawn.beacon) })
  if (step === 'panels' && beacon) return say('lead.panels-beacon', counts)
  return say(`lead.${step === 'pool' || step === 'panels' ? step : 'limits'}`, counts)
}

function drawnWhere({ say, reader }: DrawPageProps, drawn: Drawn): string {
  if (drawn.thrown === null) {
    const { beacon, roundAt } = drawn.beacon
    const { name } = beacons[beacon]
    return say('top.by-beacon', { name, day: reader.time.weekday(roundAt), hour: reader.time.hour(roundAt) })
  }
  const { thrown } = drawn
  const values = {
    place: thrown.place,
    day: reader.time.weekday(thrown.thrownAt),
    hour: reader.time.hour(thrown.thrownAt),
  }
  return thrown.watched === null
    ? say('top.where', values)
    : say('top.where-watched', { ...values, watched: thrown.watched })
}

/** The dice, and what they mean for the reader. */
function Thrown({ say, view, reader, problem }: DrawPageProps) {
  const { drawn, mine, beacon } = view
  const name = reader.actor.name
  // When each has said yes nobody is asked any more.
  const isOfferOpen = !isEachNamed(view)
  return (
    <section class="fm-drawn" aria-label={say(beacon ? 'beacon.number' : 'dice.title')}>
      <Dice say={say} panel={drawn?.panel ?? null} isByBeacon={beacon !== undefined} />
      <div class="fm-stack fm-stack--3">
        {drawn ? (
          mine ? (
            <div class="fm-stack fm-stack--3 fm-noprint">
              <h2 class="fm-h-mid">{say(mine.isDrawn ? 'you.drawn' : 'you.not-drawn', { name })}</h2>
              {isOfferOpen || !mine.isDrawn ? (
                <p class="fm-small">{say(mine.isDrawn ? 'you.drawn-next' : 'you.not-drawn-next')}</p>
              ) : null}
              {mine.isDrawn && isOfferOpen ? (
                <p>
                  <a class="fm-link" href={reader.to('arena.offer', { problem: problem.slug })}>
                    {say('you.offer')}
                  </a>
                </p>
              ) : null}
            </div>
          ) : (
            <>
              <h2 class="fm-h-mid">{say('you.visitor', { panel: threeDigits(drawn.panel) })}</h2>
              {isOfferOpen ? <p class="fm-small">{say('you.visitor-text')}</p> : null}
            </>
          )
        ) : (
          <>
            <h2 class="fm-h-mid">{say(beacon ? 'beacon.wait' : 'dice.wait')}</h2>
            <p class="fm-small">{say(beacon ? 'beacon.wait-text' : 'dice.wait-text')}</p>
          </>
        )}
      </div>
    </section>
  )
}

function People({ say, view, reader }: DrawPageProps) {
  const { drawnPeople, drawn } = view
  if (!drawn) return null
  const named = drawnPeople.filter(({ name }) => name !== null)
  const unsaid = drawnPeople.length - named.length
  return (
    <Section
      id="people"
      title={say('people.title', { panel: threeDigits(drawn.panel), seats: drawnPeople.length })}
      lead={unsaid > 0 ? say('people.unsaid', { unsaid }) : undefined}
    >
      {named.length === 0 ? null : (
        <ul class="fm-ten">
          {named.map(({ name, line }) => (
            <li>
              <PersonChip name={name ?? ''} role="resident" line={line || reader.common('role.member')} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function limitsLead({ say, reader, view }: DrawPageProps): string {
  const { limits, versions, drawnOf } = view
  const first = versions[0]
  const isDrawn = drawnOf !== null && drawnOf.size > 0
  // Whoever prepares the draw could have looked at who applied before she chose the limits: everybody is told.
  const setLateAt = versions.find(({ callClosedAt }) => callClosedAt !== null)?.setAt
  const areAllSaid = limits?.features.every(({ key }) =>
    [...(drawnOf?.keys() ?? [])].some((one) => one.startsWith(`${key} `)),
  )
  const day = first ? reader.time.day(first.setAt) : ''
  return [
    isDrawn ? say('table.lead-pips', { seats: limits?.seats ?? 0 }) : say('table.lead', { seats: limits?.seats ?? 0 }),
    say('table.lead-set', { by: first?.by ?? '', day }),
    setLateAt ? say('table.lead-late', { day: reader.time.day(setLateAt) }) : '',
    view.drawn && !areAllSaid ? say('table.lead-unsaid') : '',
    limits?.population ? say('table.lead-population', { population: limits.population }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Each change of the limits after they were first set: what was before, what is now, and why. */
function Widened({ say, reader, view, placeLang }: DrawPageProps) {
  const changes = view.versions.flatMap((now, at) => {
    const before = view.versions[at - 1]
    return before ? [{ now, changed: changedLimits(before, now) }] : []
  })
  if (changes.length === 0) return null
  return (
    <ul class="fm-small">
      {changes.map(({ now, changed }) => (
        <li>
          {say(now.why === 'wider' ? 'changed.wider' : 'changed.set', { day: reader.time.day(now.setAt), by: now.by })}{' '}
          {changed.map((one, at) => (
            <>
              {at > 0 ? '; ' : ''}
              <span lang={placeLang}>{one.now.name}</span> {boundsOf(say, one.before)} → {boundsOf(say, one.now)}
            </>
          ))}
        </li>
      ))}
    </ul>
  )
}
