import type { Body } from '../../../platform/directory/index.ts'
import { voteLabels } from '../../../platform/directory/votes/form.ts'
import {
  Button,
  CountedNote,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Section,
  Select,
  TextArea,
  VoteFields,
  VoteNameFields,
  type Errors,
  type Typed,
  type VoteNameFieldsProps,
} from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Gap } from '../rules.ts'
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
  /** Votes by name: of whoever sits in one of these bodies; undefined where nobody is known. */
  readonly names: Omit<VoteNameFieldsProps, 'typed' | 'errors'> | undefined
  /** From one level to a lower one; undefined where the promise is not lowered. */
  readonly lowering: { readonly from: string; readonly to: string } | undefined
}

/** The record of the body's vote; while something is missing, the list of it instead of the form (R3). */
export function AdoptionPage(props: AdoptionPageProps) {
  const { reader, say, errors, gaps, bodies, isChange, names } = props
  const only = bodies.length === 1 ? bodies[0] : undefined
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <CountedNote counted={names?.counted} isRefused={errors.length > 0} />
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

function VoteForm({ reader, say, problem, draft, errors, typed, bodies, seen, lowering, names }: AdoptionPageProps) {
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
      {names ? <VoteNameFields {...names} {...kept} /> : null}
      <Button>{say('adopt.send')}</Button>
    </Form>
  )
}
