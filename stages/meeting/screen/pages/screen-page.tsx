import { raw } from 'hono/html'
import type { Reader } from '../../../../platform/http/index.ts'
import { Button, ButtonLink, Form, HiddenField } from '../../../../ui/index.ts'
import type { Item } from '../../agenda/store.ts'
import type { Meeting } from '../../store.ts'
import { screenWords } from '../messages/words.ts'

type Shown = Omit<Item, 'minutes'> & { readonly minutes: number | null }

export type ScreenPageProps = {
  readonly reader: Reader
  readonly problem: { readonly slug: string; readonly question: string }
  readonly meeting: Meeting
  readonly title: string
  readonly items: readonly Shown[]
  readonly item: Shown | undefined
  /** Minutes left of it; null while it does not run. */
  readonly left: number | null
  /** It was asked for: the page does not follow the meeting then. */
  readonly isAsked: boolean
  readonly isStill: boolean
  readonly mayOpen: boolean
}

/** How often the screen looks again, in seconds. */
const looksAgain = 10

/** For the wall of the room: one item, big, with the time that is left and what has been decided. */
export function ScreenPage(props: ScreenPageProps) {
  const { reader, problem, meeting, title, items, item, isAsked, isStill } = props
  const say = screenWords.say(reader.lang)
  const at = reader.to('meeting.screen', { problem: problem.slug, number: meeting.number })
  const follows = !isAsked && !isStill
  return (
    <fm-screen class="fm-screen" data-follow={follows ? String(looksAgain) : undefined}>
      {follows ? (
        // Without script the browser itself loads the page again. As plain markup: a meta in TSX is moved into the head,
        // where it would reload the page for everybody.
        <noscript>{raw(`<meta http-equiv="refresh" content="${looksAgain}">`)}</noscript>
      ) : null}
      <p class="fm-screen__top">
        <span>{title}</span>
        {meeting.endsAt ? <span class="fm-num">{say('until', { hour: reader.time.hour(meeting.endsAt) })}</span> : null}
      </p>
      {item ? (
        <OneItem {...props} item={item} order={items.indexOf(item) + 1} />
      ) : (
        <h1 class="fm-screen__title">{say('no-items')}</h1>
      )}
      <Decisions {...props} />
      <Turn {...props} at={at} />
    </fm-screen>
  )
}

function OneItem(props: ScreenPageProps & { readonly item: Shown; readonly order: number }) {
  const { reader, item, order, items, left } = props
  const say = screenWords.say(reader.lang)
  const time =
    left !== null
      ? left < 0
        ? say('over', { minutes: -left })
        : say('left', { minutes: left })
      : item.minutes !== null
        ? say('planned', { minutes: item.minutes })
        : ''
  return (
    <div class="fm-screen__item">
      <p class="fm-screen__of">{say('of', { order, items: items.length })}</p>
      <h1 class="fm-screen__title">{item.title}</h1>
      {item.owner ? <p class="fm-screen__owner">{item.owner}</p> : null}
      <p class={left !== null && left < 0 ? 'fm-screen__time is-over' : 'fm-screen__time'}>
        <strong>{time}</strong>{' '}
        <span>{item.openedAt ? say('opened', { hour: reader.time.hour(item.openedAt) }) : say('not-open')}</span>
      </p>
      {item.decision ? (
        <p class="fm-screen__decision">
          <strong>{say('decided')}:</strong> {item.decision}
        </p>
      ) : null}
    </div>
  )
}

function Decisions({ reader, items, item }: ScreenPageProps) {
  const say = screenWords.say(reader.lang)
  const decided = items.filter((one) => one.decision !== '' && one !== item)
  if (decided.length === 0) return item?.decision ? null : <p class="fm-screen__none">{say('no-decision')}</p>
  return (
    <section class="fm-screen__decisions" aria-labelledby="decisions">
      <h2 id="decisions">{say('decisions')}</h2>
      <ul>
        {decided.map((one) => (
          <li>{one.decision}</li>
        ))}
      </ul>
    </section>
  )
}

/** Turning works by link and by key; opening an item is for whoever runs the meeting. */
function Turn({
  reader,
  problem,
  meeting,
  items,
  item,
  isAsked,
  isStill,
  mayOpen,
  at,
}: ScreenPageProps & { readonly at: string }) {
  const say = screenWords.say(reader.lang)
  const here = item ? items.indexOf(item) : -1
  const [before, after] = [items[here - 1], here === -1 ? undefined : items[here + 1]]
  return (
    <nav class="fm-screen__turn fm-act" aria-label={say('keys')}>
      {before ? (
        <ButtonLink href={`${at}?item=${before.number}`} variant="secondary">
          <span data-turn="before">{say('before')}</span>
        </ButtonLink>
      ) : null}
      {after ? (
        <ButtonLink href={`${at}?item=${after.number}`} variant="secondary">
          <span data-turn="after">{say('after')}</span>
        </ButtonLink>
      ) : null}
      {mayOpen && item && item.openedAt === null ? (
        <Form
          action={reader.to('meeting.open-item', { problem: problem.slug, number: meeting.number })}
          shape="inline"
          label={say('open')}
        >
          <HiddenField name="item" value={String(item.number)} />
          <Button>
            <span data-turn="open">{say('open')}</span>
          </Button>
        </Form>
      ) : null}
      {isAsked ? (
        <ButtonLink href={at} variant="tertiary">
          {say('live')}
        </ButtonLink>
      ) : (
        <ButtonLink href={isStill ? at : `${at}?still`} variant="tertiary">
          {say(isStill ? 'follow' : 'still')}
        </ButtonLink>
      )}
      <ButtonLink
        href={reader.to('meeting.page', { problem: problem.slug, number: meeting.number })}
        variant="tertiary"
      >
        {say('leave')}
      </ButtonLink>
      <span class="fm-screen__keys fm-mini">{say('keys')}</span>
    </nav>
  )
}
