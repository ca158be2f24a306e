import { ButtonLink, StateTag } from '../../../ui/index.ts'
import type { MandatePageProps } from './props.ts'

/** Where a draft stands on its way to the body, in one word. What is in force says so above the title. */
export function State({ say, gaps, draft, adopted }: MandatePageProps) {
  if (!draft || adopted) return null
  const isPending = draft.pendingResolution !== null
  return (
    <p>
      <StateTag
        icon={isPending ? 'clock' : gaps.length === 0 ? 'agree' : 'now'}
        color={gaps.length === 0 && !isPending ? 'success' : 'brand1'}
      >
        {isPending
          ? say('state.waits')
          : gaps.length === 0
            ? say('state.complete')
            : say('missing.count', { count: gaps.length })}
      </StateTag>
    </p>
  )
}

/** What this reader may do now, the most useful first; for everybody, where to read on. */
export function Acts({ reader, say, problem, adopted, draft, gaps, draftGate, may }: MandatePageProps) {
  const slug = { problem: problem.slug }
  const write = draft ? 'page.edit' : adopted ? 'page.new-version' : 'page.begin'
  const isPending = draft?.pendingResolution !== null && draft?.pendingResolution !== undefined
  const hasAnswered = draftGate.some((answer) => answer.person === reader.actor.person)
  const isToWrite = may.edit && !adopted && gaps.some((gap) => gap.kind === 'field')
  return (
    <div class="fm-act">
      {may.confirm ? <ButtonLink href="#confirm">{say('page.confirm')}</ButtonLink> : null}
      {may.record ? (
        <ButtonLink href={reader.to('mandate.adoption', slug)} variant={isPending ? 'secondary' : 'primary'}>
          {say(isPending ? 'page.record-again' : 'page.record')}
        </ButtonLink>
      ) : null}
      {may.gate ? (
        <ButtonLink href={reader.to('mandate.gate', slug)} variant={hasAnswered ? 'secondary' : 'primary'}>
          {say(hasAnswered ? 'page.gate-again' : 'page.gate')}
        </ButtonLink>
      ) : null}
      {may.edit ? (
        <ButtonLink
          href={reader.to('mandate.edit', slug)}
          variant={isToWrite && (!may.gate || hasAnswered) ? 'primary' : 'secondary'}
        >
          {say(write)}
        </ButtonLink>
      ) : null}
      {may.edit && !draft && !adopted ? (
        <ButtonLink href={reader.to('mandate.models', slug)}>{say('models.link')}</ButtonLink>
      ) : null}
      {adopted ? (
        <ButtonLink href={reader.to('arena.people', slug)} variant="secondary">
          {say('page.next-people')}
        </ButtonLink>
      ) : (
        <a class="fm-link" href={reader.to('problem.page', slug)}>
          {say('page.to-problem')}
        </a>
      )}
    </div>
  )
}
