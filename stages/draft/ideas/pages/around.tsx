import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import { Button, Details, Form, List, Note, Section, TextArea, type Errors, type Typed } from '../../../../ui/index.ts'
import { draftWords } from '../../messages/words.ts'
import { HiddenText, Report } from '../../pages/parts.tsx'
import type { IdeaWords } from './words.ts'

/** Another idea, as this one's page names it; hidden, it has no title. */
export type Other = { readonly number: number; readonly title: string; readonly language: string | undefined }

export type IdeaAround = {
  readonly goesOn:
    | (Other & {
        readonly reason: string
        readonly by: string
        readonly at: Temporal.Instant
        /** Null for whoever may not object, or no longer. */
        readonly objectUntil: Temporal.Instant | null
        readonly mayUndo: boolean
      })
    | null
  readonly here: readonly Other[]
  readonly apart: readonly (Other & {
    readonly id: Id<'idea-objection'>
    readonly stone: Tombstone | undefined
    readonly objection: string
    readonly by: string
    readonly at: Temporal.Instant
  })[]
  readonly mayMerge: boolean
}

export type AroundProps = IdeaWords & {
  readonly slug: string
  readonly number: number
  readonly around: IdeaAround
  readonly errors: Errors
  readonly typed: Typed
}

/** That it goes on in another one, before anything else; its authors object here. */
export function GoesOn(props: AroundProps) {
  const { reader, say, slug, number, around } = props
  const { goesOn } = around
  if (!goesOn) return null
  return (
    <Note icon="refer">
      <p>
        <strong>{say('goes-on.title')}</strong> <Named {...props} other={goesOn} />
      </p>
      <p>{say('goes-on.text', { name: goesOn.by, day: reader.time.day(goesOn.at), reason: goesOn.reason })}</p>
      {goesOn.objectUntil ? <ObjectHere {...props} until={goesOn.objectUntil} /> : null}
      {goesOn.mayUndo ? (
        <Form
          action={reader.to('draft.undo-idea-merger', { problem: slug, number })}
          shape="inline"
          label={say('goes-on.undo')}
        >
          <Button variant="secondary" icon="undo">
            {say('goes-on.undo')}
          </Button>
        </Form>
      ) : null}
    </Note>
  )
}

function ObjectHere({
  reader,
  say,
  slug,
  number,
  errors,
  typed,
  until,
}: AroundProps & { readonly until: Temporal.Instant }) {
  return (
    <Details summary={say('object.open')} isOpen={errors.some(({ field }) => field === 'objection')}>
      <Form action={reader.to('draft.object-to-merger', { problem: slug, number })} label={say('object.open')}>
        <p>{say('object.lead', { day: reader.time.deadline(until) })}</p>
        <TextArea
          name="objection"
          label={say('object.reason')}
          help={say('object.reason-help')}
          rows={3}
          maxLength={2000}
          required
          {...{ errors, typed }}
        />
        <Button>{say('object.send')}</Button>
      </Form>
    </Details>
  )
}

/** What goes on here, what is kept apart from it and why, and where the group puts it in order. */
export function Belonging(props: AroundProps) {
  const { reader, say, slug, number, around } = props
  const { here, apart, mayMerge } = around
  return (
    <>
      {here.length === 0 ? null : (
        <Section id="here" title={say('around.here')} size="aside">
          <List
            items={here.map((other) => (
              <Named {...props} other={other} />
            ))}
          />
        </Section>
      )}
      {apart.length === 0 ? null : (
        <Section id="apart" title={say('around.apart')} size="aside">
          <List
            items={apart.map((other) => (
              <div class="fm-stack fm-stack--2" id={`objection-${other.id}`}>
                <Named {...props} other={other} />
                {other.stone ? (
                  <HiddenText reader={reader} stone={other.stone} />
                ) : (
                  <>
                    <p class="fm-small">“{other.objection}”</p>
                    <p class="fm-mini">{say('around.objected', { name: other.by, day: reader.time.day(other.at) })}</p>
                    {reader.actor.account ? (
                      <Report
                        reader={reader}
                        say={draftWords.say(reader.lang)}
                        kind="idea-objection"
                        id={other.id}
                        about={say('around.objection', { title: other.title })}
                      />
                    ) : null}
                  </>
                )}
              </div>
            ))}
          />
        </Section>
      )}
      {mayMerge ? (
        <Section id="put-in-order" title={say('around.order')} size="aside">
          <p>
            <a class="fm-link" href={reader.to('draft.merging-idea', { problem: slug, number })}>
              {say('around.merge')}
            </a>
          </p>
        </Section>
      ) : null}
    </>
  )
}

function Named({ reader, slug, other }: AroundProps & { readonly other: Other }) {
  return (
    <a href={reader.to('draft.idea', { problem: slug, number: other.number })} lang={other.language}>
      {other.title}
    </a>
  )
}
