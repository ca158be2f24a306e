import type { Body } from '../../../platform/directory/index.ts'
import { voteLabels } from '../../../platform/directory/votes/form.ts'
import {
  Button,
  Details,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Section,
  Select,
  TextArea,
  VoteFields,
  typedOne,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Gap } from '../rules.ts'
import { fieldOf } from '../motions/form.ts'
import { namedChoices } from '../motions/rules.ts'
import type { Mandate } from '../store.ts'
import { WarningList } from '../warnings/pages/warning-list.tsx'
import type { Warning } from '../warnings/rules.ts'
import type { MandateWriter } from './lines.ts'
import { MissingList } from './missing.tsx'
import type { May } from './props.ts'

export type AdoptionPageProps = MandateWriter & {
  readonly problem: Problem
  readonly draft: Mandate
  readonly errors: Errors
  readonly typed: Typed
  readonly gaps: readonly Gap[]
  /** Bodies that may adopt it: after the first adoption only one. */
  readonly bodies: readonly Body[]
  readonly isChange: boolean
  /** The save of the draft she has before her. */
  readonly seen: string
  readonly may: May
  readonly warnings: readonly Warning[]
  /** Who sits in one of these bodies today, by name. */
  readonly members: readonly { readonly person: string; readonly name: string }[]
  /** From one level to a lower one; undefined where the promise is not lowered. */
  readonly lowering: { readonly from: string; readonly to: string } | undefined
}

/** The record of the body's vote; while something is missing, the list of it instead of the form (R3). */
export function AdoptionPage(props: AdoptionPageProps) {
  const { reader, say, errors, gaps, bodies, isChange } = props
  const only = bodies.length === 1 ? bodies[0] : undefined
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('adopt.title')} lead={gaps.length > 0 ? say('missing.cannot-record') : say('adopt.lead')} />
      {gaps.length > 0 ? (
        <Section id="missing" title={say('missing.title')}>
          <MissingList {...props} />
        </Section>
      ) : (
        <>
          {errors.length > 0 ? null : <p class="fm-text">{say('adopt.next')}</p>}
          {isChange && only ? <p class="fm-text">{say('adopt.same-body', { body: only.name })}</p> : null}
          <WarningList {...props} title={say('warning.title')} />
          <VoteForm {...props} />
        </>
      )}
    </>
  )
}

function VoteForm({ reader, say, problem, draft, errors, typed, bodies, seen, lowering, members }: AdoptionPageProps) {
  const kept = { typed, errors }
  const motion = say('adopt.motion-value', { question: draft.question, version: draft.version })
  return (
    <Form action={reader.to('mandate.draft-adoption', { problem: problem.slug })} label={say('adopt.title')}>
      <HiddenField name="seen" value={seen} />
      <Select
        name="body"
        label={say('adopt.body')}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        required
        {...kept}
      />
      {lowering ? (
        <TextArea
          name="loweringReason"
          label={say('adopt.lowering', lowering)}
          help={say('adopt.lowering-help')}
          rows={3}
          maxLength={2000}
          required
          {...kept}
        />
      ) : null}
      <VoteFields labels={voteLabels(reader.lang)} motion={motion} dayHelp={say('adopt.day-help')} {...kept} />
      <NamedVotes {...{ say, typed, members }} />
      <Button>{say('adopt.send')}</Button>
    </Form>
  )
}

/** Folded: many bodies do not vote by name. */
function NamedVotes({ say, typed, members }: Pick<AdoptionPageProps, 'say' | 'typed' | 'members'>) {
  if (members.length === 0) return null
  const isTyped = members.some(({ person }) => typedOne(typed, fieldOf(person)) !== '')
  return (
    <Details summary={say('adopt.names')} isOpen={isTyped}>
      <p class="fm-small">{say('adopt.names-help')}</p>
      {members.map(({ person, name }) => (
        <Select
          name={fieldOf(person)}
          label={name}
          none={say('adopt.names-none')}
          options={namedChoices.map((choice) => ({ value: choice, label: say(`named.${choice}`) }))}
          typed={typed}
        />
      ))}
    </Details>
  )
}
