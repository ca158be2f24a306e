import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import {
  batchesToUndo,
  figuresOf,
  hiddenThings,
  houseRules,
  isOfficialAct,
  mayModerate,
  minutesToUndo,
  openReports,
  type Figure,
  type HiddenThing,
  type HouseRule,
  type OpenReport,
} from '../../platform/moderation/index.ts'
import { cardsOf, type Card } from '../../platform/thread/index.ts'
import { opinionWaitingFor } from '../../stages/opinion/index.ts'
import { nounWords } from '../nouns/words.ts'
import { pathIn } from '../paths.ts'
import { moderationPageWords } from './messages/words.ts'
import { FiguresPage } from './pages/figures-page.tsx'
import { ModerationPage } from './pages/moderation-page.tsx'
import { ThanksPage } from './pages/thanks-page.tsx'
import type { HiddenLine } from './pages/hidden-list.tsx'
import type { Pages, ReportLine } from './pages/queue.tsx'

const onPage = 20

export function say(visit: Visit<'moderation'>) {
  return moderationPageWords.say(visit.lang)
}

export async function moderationPage(visit: Visit<'moderation'>, errors: readonly FieldError[] = []): Promise<Reply> {
  const isModerator = mayModerate.allows(visit.actor)
  const [hidden, reports, waiting, batches] = await Promise.all([
    hiddenThings(visit.read),
    isModerator ? openReports(visit.read) : [],
    opinionWaitingFor(visit),
    isModerator ? batchesToUndo(visit.read, visit.now) : [],
  ])
  const things = thingsOf(reports)
  const [queue, list] = [pagesOf(visit, 'queue', things.length), pagesOf(visit, 'hidden', hidden.length)]
  const [shownThings, shownHidden] = [onlyOn(queue, things), onlyOn(list, hidden)]
  const about = [...shownHidden.map((one) => one.about), ...shownThings.map(({ first }) => first.about)]
  const cards = await cardsOf(visit.read, about)
  const stones = new Map(hidden.map((one) => [one.about.id, one]))
  return page({
    title: say(visit)('title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ModerationPage
        say={say(visit)}
        common={visit.common}
        errors={errors}
        figures={visit.to('moderation.figures')}
        undo={visit.to('moderation.undo')}
        batches={batches.map(({ number, act, things: count, at }) => ({
          number,
          text: say(visit)(`undo-${act}`, {
            things: count,
            until: visit.time.hour(at.add({ minutes: minutesToUndo })),
          }),
        }))}
        queue={
          isModerator
            ? {
                pages: queue,
                queues: waiting.map(({ title, act }) => ({ text: title, href: act.href })),
                actions: { hide: visit.to('moderation.hide'), many: visit.to('moderation.judge-many') },
                reports: shownThings.map((one) => reportLine(visit, one, { cards, stones })),
              }
            : null
        }
        list={{
          pages: list,
          all: hidden.length,
          refused: hidden.filter(({ neverShown }) => neverShown).length,
          report: isSignedIn(visit.actor) ? visit.to('moderation.report') : null,
          actions: isModerator
            ? { restore: visit.to('moderation.restore'), remove: visit.to('moderation.remove') }
            : null,
          hidden: shownHidden.map((one) => hiddenLine(visit, one, cards.get(one.about.id))),
        }}
      />
    ),
  })
}

type Reported = { readonly first: OpenReport; readonly more: number; readonly rule: OpenReport['rule'] }

/** One thing that many reported stands in the queue once; appeals come first, by the day they are due. */
function thingsOf(reports: readonly OpenReport[]): readonly Reported[] {
  const things = [...Map.groupBy(reports, ({ about }) => about.id).values()].flatMap((of): readonly Reported[] => {
    const first = of.find(({ isAppeal }) => isAppeal) ?? of[0]
    return first ? [{ first, more: of.length - 1, rule: of.find(({ rule }) => rule !== null)?.rule ?? null }] : []
  })
  return [...things.filter(({ first }) => first.isAppeal), ...things.filter(({ first }) => !first.isAppeal)]
}

type Around = {
  readonly cards: ReadonlyMap<Id, Card>
  readonly stones: ReadonlyMap<Id, HiddenThing>
}

function reportLine(
  visit: Visit<'moderation'>,
  { first, more, rule }: Reported,
  { cards, stones }: Around,
): ReportLine {
  const { id, about, at, reason, dueAt } = first
  const card = cards.get(about.id)
  const stone = stones.get(about.id)
  const isLate = dueAt !== null && Temporal.Instant.compare(dueAt, visit.now) < 0
  return {
    id,
    about,
    reason,
    more,
    day: visit.time.day(at),
    rule: rule && visit.common(`rule.${rule}`),
    due: dueAt && { day: visit.time.day(dueAt), isLate },
    title: card?.title ?? null,
    href: hrefOf(visit, card),
    isHideable: !isOfficialAct(about),
    isHidden: stone !== undefined,
    isOwn: stone !== undefined && stone.by === visit.actor.account,
  }
}

function hiddenLine(visit: Visit<'moderation'>, one: HiddenThing, card: Card | undefined): HiddenLine {
  const { account } = visit.actor
  return {
    kind: one.about.kind,
    id: one.about.id,
    title: say(visit)(one.neverShown ? 'refused-one' : 'hidden-one', {
      kind: nounWords.say(visit.lang)(one.about.kind),
      day: visit.time.day(one.at),
    }),
    reason: visit.common('hidden', {
      role: visit.common(`role.${one.role}`),
      day: visit.time.day(one.at),
      rule: visit.common(`rule.${one.rule}`),
      reason: one.reason,
    }),
    href: hrefOf(visit, card),
    isOwn: account !== null && (card?.writtenBy ?? []).includes(account),
    isProvisional: one.isProvisional,
    isTakenOut: one.rule === 'own-wish',
    mayRemove: one.isProvisional && one.by !== account,
  }
}

function pagesOf(visit: Visit<'moderation'>, name: 'queue' | 'hidden', count: number): Pages {
  const of = Math.max(1, Math.ceil(count / onPage))
  const asked = Number(visit.query.get(name) ?? '1')
  const number = Number.isInteger(asked) ? Math.min(of, Math.max(1, asked)) : 1
  return { number, of, href: (at) => `${visit.to('moderation')}?${name}=${at}#${name}` }
}

function onlyOn<One>({ number }: Pages, all: readonly One[]): readonly One[] {
  return all.slice((number - 1) * onPage, number * onPage)
}

/** After a report: thanks, and which rule it breaks, where the one who reported it is known. */
export function thanksPage(visit: Visit<'moderation.report'>, card: Card, report: Id<'report'> | null): Reply {
  const words = say(visit)
  const isNameable = report !== null && visit.actor.account !== null
  return page({
    title: words('thanks.title'),
    body: (
      <ThanksPage
        say={words}
        common={visit.common}
        naming={isNameable ? { action: visit.to('moderation.name-rule'), report } : null}
        back={
          card.visibility === 'public'
            ? { href: pathIn(visit, card.path), text: words('thanks.back', { title: card.title }) }
            : { href: visit.to('home'), text: words('thanks.home') }
        }
      />
    ),
  })
}

export async function figuresPage(visit: Visit<'moderation.figures'>): Promise<Reply> {
  const words = say(visit)
  const byMonth = Map.groupBy(await figuresOf(visit.read, visit.jurisdiction.timeZone), ({ month }) => month)
  const named = new Intl.DateTimeFormat(visit.lang, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const lineOf = ({ act, rule, times }: Figure) => ({
    act: words(`act.${act}`),
    rule: isRule(rule) ? visit.common(`rule.${rule}`) : words('no-rule'),
    times,
  })
  return page({
    title: words('figures'),
    body: (
      <FiguresPage
        say={words}
        months={[...byMonth].map(([month, figures]) => ({
          month: named.format(new Date(`${month}-01T00:00:00Z`)),
          lines: figures.map(lineOf),
        }))}
      />
    ),
  })
}

function isRule(text: string): text is HouseRule {
  return (houseRules as readonly string[]).includes(text)
}

function hrefOf(visit: Visit<'moderation'>, card: Card | undefined): string | null {
  return card?.visibility === 'public' ? pathIn(visit, card.path) : null
}

export async function cardOf(visit: Visit<'moderation'>, thing: Thing): Promise<Card | undefined> {
  return (await cardsOf(visit.read, [thing])).get(thing.id)
}
