import { Actions, Button, Details, Empty, Form, HiddenField, Section, Stack, Tombstone } from '../../../ui/index.ts'
import type { SayModeration } from '../messages/words.ts'
import { PagesOf, type Pages } from './queue.tsx'

export type HiddenLine = {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly reason: string
  readonly href: string | null
  /** The reader wrote it: she may ask for another look. */
  readonly isOwn: boolean
  readonly isProvisional: boolean
  /** The reader may remove it: it is hidden for now, and by somebody else. */
  readonly mayRemove: boolean
  /** Nobody shows again what who wrote it took out. */
  readonly isTakenOut: boolean
}

export type HiddenListProps = {
  readonly say: SayModeration
  readonly hidden: readonly HiddenLine[]
  readonly pages: Pages
  /** Of all, on every page. */
  readonly all: number
  /** How many of what is hidden were refused before anybody had seen them. */
  readonly refused: number
  /** Where another look is asked for; null for who is not signed in. */
  readonly report: string | null
  /** Null for those who may only read. */
  readonly actions: { readonly restore: string; readonly remove: string } | null
}

/** Tombstones, the newest first, each with what its reader may do about it. */
export function HiddenList({ say, hidden, pages, all, refused, report, actions }: HiddenListProps) {
  return (
    <Section id="hidden" title={say('hidden')}>
      {all === 0 ? <Empty title={say('hidden-none')}>{say('hidden-none-text')}</Empty> : null}
      {all > 0 ? <p>{say('hidden-count', { hidden: all, refused })}</p> : null}
      {hidden.map((one) => (
        <Stack gap="2">
          <Tombstone
            title={one.title}
            reason={one.reason}
            links={
              one.href ? (
                <a href={one.href}>
                  {say('where')}
                  <span class="fm-vh">: {one.title}</span>
                </a>
              ) : null
            }
          />
          {one.isProvisional ? <p class="fm-small">{say('for-now')}</p> : null}
          {one.isOwn && report ? <AskAgain one={one} say={say} action={report} /> : null}
          {actions && one.mayRemove ? <Act one={one} say={say} action={actions.remove} act="remove" /> : null}
          {actions && !one.isTakenOut ? <Act one={one} say={say} action={actions.restore} act="restore" /> : null}
        </Stack>
      ))}
      <PagesOf say={say} pages={pages} />
    </Section>
  )
}

type OfHidden = { readonly one: HiddenLine; readonly say: SayModeration; readonly action: string }

/** Whoever wrote it says why it should be read again; the moderators find that in their queue. */
function AskAgain({ one, say, action }: OfHidden) {
  const field = `ask-${one.id}`
  return (
    <Details summary={say('ask-again')}>
      <Form action={action} label={say('ask-again')}>
        <HiddenField name="kind" value={one.kind} />
        <HiddenField name="id" value={one.id} />
        <div class="fm-field">
          <label class="ds-label" for={field}>
            {say('ask-again-why')}
          </label>
          <p class="fm-field__help" id={`${field}-help`}>
            {say('ask-again-help')}
          </p>
          <textarea
            class="ds-input"
            id={field}
            name="reason"
            rows={3}
            aria-describedby={`${field}-help`}
            required
          ></textarea>
        </div>
        <Actions>
          <Button size="sm" variant="secondary">
            {say('ask-again-send')}
          </Button>
        </Actions>
      </Form>
    </Details>
  )
}

function Act({ one, say, action, act }: OfHidden & { readonly act: 'restore' | 'remove' }) {
  const field = `${act}-${one.id}`
  return (
    <Details summary={say(`${act}-open`)}>
      <Form action={action} label={say(`${act}-open`)}>
        <HiddenField name="kind" value={one.kind} />
        <HiddenField name="id" value={one.id} />
        <div class="fm-field">
          <label class="ds-label" for={field}>
            {say(`${act}-reason`)}
          </label>
          <textarea class="ds-input" id={field} name="reason" rows={2}></textarea>
        </div>
        <Actions>
          <Button size="sm" variant="secondary">
            {say(act)}
          </Button>
        </Actions>
      </Form>
    </Details>
  )
}
