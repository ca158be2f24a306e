import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Details,
  ErrorSummary,
  Form,
  Head,
  List,
  Note,
  Prose,
  Radios,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { framingKinds, type Problem } from '../../../problem/index.ts'
import type { SayGroupFraming } from '../messages/words.ts'
import { backersAmong } from '../rules.ts'
import type { FramingDraft } from '../store.ts'

export type GroupFramingsPageProps = {
  readonly reader: Reader
  readonly say: SayGroupFraming
  readonly problem: Problem
  readonly drafts: readonly FramingDraft[]
  /** Who sits in the group, by name. */
  readonly members: ReadonlyMap<Id<'account'>, string>
  readonly typed: Typed
  readonly errors: Errors
  readonly isMember: boolean
  readonly isChair: boolean
}

/** Inside the group: who puts the problem differently, and who stands behind it. */
export function GroupFramingsPage(props: GroupFramingsPageProps) {
  const { reader, say, problem, drafts, errors, isMember } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={problem.question} title={say('page.title')} lead={say('page.lead')} />
      <Note icon="people">
        <p>{say('page.inner')}</p>
      </Note>
      <Section id="drafts" title={say('page.drafts')}>
        {drafts.length === 0 ? (
          <p class="fm-muted">{say('page.none')}</p>
        ) : (
          <List
            items={drafts.map((draft) => (
              <Draft {...props} draft={draft} />
            ))}
          />
        )}
      </Section>
      {isMember ? <WriteForm {...props} /> : null}
    </>
  )
}

function Draft(props: GroupFramingsPageProps & { readonly draft: FramingDraft }) {
  const { reader, say, members, draft } = props
  const behind = [...members].filter(([account]) => draft.backers.includes(account)).map(([, name]) => name)
  const names = new Intl.ListFormat(reader.lang, { type: 'conjunction' }).format(behind)
  const { number } = draft
  return (
    <div class="fm-stack fm-stack--2">
      <span class="fm-mini">
        {say('draft.by', {
          number,
          name: members.get(draft.writtenBy) ?? reader.common('unknown'),
          day: reader.time.day(draft.writtenAt),
        })}{' '}
        · {say(`kind.${draft.kind}`)}
      </span>
      <h3>{draft.question}</h3>
      <p class="fm-small">{say('draft.reason', { reason: draft.reason })}</p>
      <Details summary={say('draft.whole', { number })}>
        <Prose text={draft.whatHappens} size="small" />
        <Prose text={draft.whoIsAffected} size="small" />
      </Details>
      <p class="fm-small">
        {behind.length === 0
          ? say('draft.behind-none')
          : say('draft.behind', { backers: behind.length, members: members.size, names })}
      </p>
      <Acts {...props} />
    </div>
  )
}

function Acts({
  reader,
  say,
  problem,
  members,
  draft,
  isMember,
  isChair,
}: GroupFramingsPageProps & { readonly draft: FramingDraft }) {
  const { number } = draft
  const at = { problem: problem.slug, number }
  if (draft.framing !== null) {
    return (
      <p class="fm-small">
        <a href={`${reader.to('problem.page', { problem: problem.slug })}#framing-${draft.framing}`}>
          {say('draft.public', { number: draft.framing })}
        </a>
      </p>
    )
  }
  const isBehind = reader.actor.account !== null && draft.backers.includes(reader.actor.account)
  const state = { isPutForward: false, backers: draft.backers }
  const isEnough = backersAmong(state, [...members.keys()]) * 2 > members.size
  const words = say(isBehind ? 'back.no' : 'back.yes', { number })
  return (
    <div class="fm-act">
      {isMember ? (
        <Form shape="inline" action={reader.to('arena.back-framing', at)} label={words}>
          <Button name="behind" value={isBehind ? 'no' : 'yes'} variant="secondary">
            {words}
          </Button>
        </Form>
      ) : null}
      {isChair && isEnough ? (
        <Form
          shape="inline"
          action={reader.to('arena.put-framing-forward', at)}
          label={say('forward.send', { number })}
        >
          <Button>{say('forward.send', { number })}</Button>
        </Form>
      ) : null}
      {isEnough ? null : <span class="fm-mini">{say('forward.not-yet')}</span>}
    </div>
  )
}

function WriteForm({ reader, say, problem, typed, errors }: GroupFramingsPageProps) {
  const kept = { typed, errors, required: true }
  return (
    <Section id="write" title={say('write.title')}>
      <Form action={reader.to('arena.draft-framing', { problem: problem.slug })} labelledBy="write">
        <Radios
          name="kind"
          label={say('write.kind')}
          options={framingKinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
          {...kept}
        />
        <TextArea name="question" label={say('write.question')} rows={2} maxLength={200} {...kept} />
        <TextArea name="whatHappens" label={say('write.what')} rows={5} maxLength={4000} {...kept} />
        <TextArea name="whoIsAffected" label={say('write.who')} rows={3} maxLength={2000} {...kept} />
        <TextArea name="reason" label={say('write.reason')} rows={3} maxLength={2000} {...kept} />
        <Button>{say('write.send')}</Button>
      </Form>
    </Section>
  )
}
