import { parseId } from '@folkmoot/basics/ids.ts'
import { cityOf } from '../../../platform/i18n/index.ts'
import { file, notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../problem/index.ts'
import { arenaWords } from '../messages/words.ts'
import { compositionWords } from '../composition/messages/words.ts'
import { tightIn } from '../composition/room.ts'
import { announcementsOf, readingsOf } from './beacon-store.ts'
import { panelsFile, poolFile } from './commitment.ts'
import { drawData, limitsTable, rowsFile } from './files.ts'
import { lotteryWords } from './messages/words.ts'
import { offeredFeatures, seatsToDraw, type OfferedFeature } from './offered.ts'
import { DrawPage } from './pages/draw-page.tsx'
import { LimitsPage } from './pages/limits-page.tsx'
import type { DrawPageProps } from './pages/props.ts'
import { DrawScreen } from './pages/screen.tsx'
import { panelsOf, throwsOf } from './panels-store.ts'
import { populationById, populations, type Population } from '../population/store.ts'
import { commitmentsOf, entriesOf, poolOf } from './pool-store.ts'
import { beginLimits, isOpenTo } from './rules.ts'
import { standingOf, type LotteryStanding } from './standing.ts'
import { limitsOf } from './store.ts'
import { drawView } from './view.ts'

export type OfLottery = Visit<'arena.lottery'>

export function say(visit: Visit) {
  return lotteryWords.say(visit.lang)
}

function crumbs(visit: Visit, problem: Problem) {
  const slug = { problem: problem.slug }
  return [
    ...problemCrumbs(visit, problem),
    { text: arenaWords.say(visit.lang)('page.title'), href: visit.to('arena.people', slug) },
  ]
}

/** `?draw=1` asks for an earlier draw of the case. */
function askedIn({ query }: Pick<Visit, 'query'>): number | null {
  const asked = query.get('draw') ?? ''
  return /^\d{1,4}$/.test(asked) ? Number(asked) : null
}

/** The draw as it stands for this reader; with `?screen` for the wall of the hall. */
export async function drawPage(visit: OfLottery, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem || problem.source !== null) return notFound()
  const view = await drawView(visit.read, problem, { actor: visit.actor, asked: askedIn(visit), now: visit.now })
  const { timeZone, languages } = visit.jurisdiction
  const local = visit.now.toZonedDateTimeISO(timeZone)
  const props: DrawPageProps = {
    say: say(visit),
    reader: visit,
    placeLang: languages[0] ?? visit.lang,
    origin: visit.origin,
    problem,
    view,
    now: visit.now,
    zone: say(visit)('throw.zone', { city: cityOf(timeZone, visit.common) }),
    today: {
      date: local.toPlainDate().toString(),
      time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    },
    isAnew: visit.query.has('anew') || visit.form.typed['place'] !== undefined,
    errors,
    typed: visit.form.typed,
  }
  const isScreen = visit.query.has('screen')
  return page({
    title: say(visit)('title'),
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    isWide: isScreen,
    ...(view.panels && !isScreen ? { island: 'draw-replay' as const } : {}),
    body: isScreen ? <DrawScreen {...props} /> : <DrawPage {...props} />,
  })
}

export async function limitsPage(
  visit: Visit<'arena.lottery-limits'>,
  errors: readonly FieldError[] = [],
  fromFile?: readonly OfferedFeature[],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem || problem.source !== null) return notFound()
  const standing = await standingOf(visit.read, problem)
  const allowed = beginLimits(standing, { toDraw: seatsToDraw(standing.arena.rule) }, visit.actor)
  const toDraw = { text: say(visit)('title'), href: visit.to('arena.lottery', { problem: problem.slug }) }
  if (!allowed.ok) return refused(say(visit)(`refused.${allowed.refusal}`), 403, toDraw)
  const seats = seatsToDraw(standing.arena.rule)
  return page({
    title: say(visit)('form.title'),
    crumbs: [...crumbs(visit, problem), toDraw],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <LimitsPage
        say={say(visit)}
        reader={visit}
        placeLang={visit.jurisdiction.languages[0] ?? visit.lang}
        {...{ problem, seats, errors }}
        // A form with a file has typed none of the limits.
        typed={visit.form.typed['read'] === undefined ? visit.form.typed : {}}
        features={fromFile ?? (await offeredFor(visit, standing))}
        isFromFile={fromFile !== undefined}
        populations={await populations(visit.read)}
        population={(await populationIn(visit))?.id ?? ''}
        onePerHousehold={standing.arena.setUp?.isOnePerHousehold ?? false}
        tight={tightFor(visit, standing)}
      />
    ),
  })
}

function tightFor(visit: Visit, { arena: { mandate, setUp, call } }: LotteryStanding) {
  const tight = mandate && setUp ? tightIn(mandate, setUp) : null
  return tight?.of === 'drawn' ? { tight, isFixed: call !== null, say: compositionWords.say(visit.lang) } : null
}

/** The table whose shares are asked for, or were when the form was sent. */
export async function populationIn({ read, query, form }: Visit): Promise<Population | undefined> {
  const id = parseId('population', form.typed['population']?.[0] ?? query.get('population') ?? '')
  return id ? populationById(read, id) : undefined
}

/** Names that are kept with the limits are said in the language of the place, whoever sets them. */
export async function offeredFor(visit: Visit, standing: LotteryStanding) {
  const seats = seatsToDraw(standing.arena.rule)
  const now = (await limitsOf(visit.read, standing.at)).at(-1)
  const profileName = placeSay(visit)('profile')
  return offeredFeatures(visit.read, standing.arena, { now, seats, profileName, population: await populationIn(visit) })
}

export function placeSay(visit: Visit) {
  return lotteryWords.say(visit.jurisdiction.languages[0] ?? visit.lang)
}

type OfFile =
  | Visit<'arena.lottery-limits-table'>
  | Visit<'arena.lottery-list'>
  | Visit<'arena.lottery-panels'>
  | Visit<'arena.lottery-data'>
  | Visit<'arena.lottery-rows'>

async function standingFor(visit: OfFile): Promise<LotteryStanding | undefined> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  return problem ? standingOf(visit.read, problem, askedIn(visit)) : undefined
}

function sealed(visit: OfFile): Reply {
  return refused(say(visit)('refused.sealed'), 403)
}

/** What the clerk alone reads is kept by no cache. */
function shownTo({ lottery }: LotteryStanding): { readonly isPrivate: boolean } {
  return { isPrivate: (lottery?.replaces ?? null) !== null }
}

export async function limitsFileReply(visit: OfFile): Promise<Reply> {
  const standing = await standingFor(visit)
  const limits = standing && (await limitsOf(visit.read, standing.at)).at(-1)
  if (!limits) return notFound()
  if (!isOpenTo(standing.lottery, visit.actor)) return sealed(visit)
  return file({
    ...shownTo(standing),
    body: limitsTable(limits),
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: 'limits.csv',
  })
}

export async function listFileReply(visit: OfFile): Promise<Reply> {
  const standing = await standingFor(visit)
  const pool = standing && (await poolOf(visit.read, standing.at))
  if (!standing || !pool) return notFound()
  const list = await commitmentsOf(visit.read, standing.at)
  return file({ body: poolFile(list), mediaType: 'text/csv; charset=utf-8', downloadAs: 'list.csv' })
}

export async function panelsFileReply(visit: OfFile): Promise<Reply> {
  const standing = await standingFor(visit)
  const panels = standing && (await panelsOf(visit.read, standing.at))
  if (!standing || !panels) return notFound()
  if (!isOpenTo(standing.lottery, visit.actor)) return sealed(visit)
  return file({
    ...shownTo(standing),
    body: panelsFile(panels.panels),
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: 'panels.csv',
  })
}

export async function dataReply(visit: OfFile): Promise<Reply> {
  const standing = await standingFor(visit)
  if (!standing) return notFound()
  if (!isOpenTo(standing.lottery, visit.actor)) return sealed(visit)
  const { at } = standing
  const [versions, pool, list, panels, throws, announced, readings] = await Promise.all([
    limitsOf(visit.read, at),
    poolOf(visit.read, at),
    commitmentsOf(visit.read, at),
    panelsOf(visit.read, at),
    throwsOf(visit.read, at),
    announcementsOf(visit.read, at),
    readingsOf(visit.read, at),
  ])
  const limits = versions.find(({ version }) => version === panels?.version)
  const set = versions.findLast(({ why }) => why === 'set')
  if (!limits || !set || !pool || !panels) return notFound()
  const seal = standing.lottery?.seal ?? null
  const body = drawData({ lottery: at.lottery, seal, limits, set, pool, list, panels, throws, announced, readings })
  return file({
    ...shownTo(standing),
    body,
    mediaType: 'application/json; charset=utf-8',
    downloadAs: 'draw.json',
  })
}

export async function rowsReply(visit: OfFile): Promise<Reply> {
  const standing = await standingFor(visit)
  const entries = standing ? await entriesOf(visit.read, standing.at) : []
  if (entries.length === 0) return notFound()
  const body = rowsFile(entries, standing ? await panelsOf(visit.read, standing.at) : undefined)
  return file({ body, mediaType: 'application/json; charset=utf-8', downloadAs: 'rows.json', isPrivate: true })
}
