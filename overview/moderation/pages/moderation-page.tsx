import type { FieldError } from '../../../platform/http/index.ts'
import { houseRules } from '../../../platform/moderation/index.ts'
import { Button, ErrorSummary, Form, Head, HiddenField, Section, Stack } from '../../../ui/index.ts'
import { HiddenList, type HiddenListProps } from './hidden-list.tsx'
import { Queue, type QueueProps } from './queue.tsx'

export type BatchLine = { readonly number: number; readonly text: string }

export type ModerationPageProps = Pick<QueueProps, 'say' | 'common'> & {
  readonly errors: readonly FieldError[]
  /** Null for those who may only read. */
  readonly queue: Omit<QueueProps, 'say' | 'common'> | null
  readonly list: Omit<HiddenListProps, 'say'>
  readonly figures: string
  /** What was judged together in the last hour, and where that is undone. */
  readonly batches: readonly BatchLine[]
  readonly undo: string
}

export function ModerationPage(props: ModerationPageProps) {
  const { say, common, errors, queue, list, figures } = props
  return (
    <Stack gap="8">
      <ErrorSummary title={common('error-title')} errors={errors.map(({ text }) => ({ field: '', text }))} />
      <Head title={say('title')} lead={say('lead')} />
      <Undo {...props} />
      {queue ? <Queue {...queue} say={say} common={common} /> : null}
      <HiddenList {...list} say={say} />
      <p>
        <a href={figures}>{say('figures')}</a>
      </p>
      <Section id="rules" title={say('rules')} lead={say('rules-lead')}>
        <ul class="fm-text fm-rules">
          {houseRules.map((rule) => (
            <li>{common(`rule.${rule}`)}</li>
          ))}
        </ul>
      </Section>
    </Stack>
  )
}

function Undo({ say, batches, undo }: ModerationPageProps) {
  if (batches.length === 0) return null
  return (
    <Section id="undo" title={say('undo')}>
      {batches.map(({ number, text }) => (
        <Form action={undo} shape="inline" label={text}>
          <p>{text}</p>
          <HiddenField name="batch" value={`${number}`} />
          <Button size="sm" variant="secondary" icon="undo">
            {say('undo-act')}
          </Button>
        </Form>
      ))}
    </Section>
  )
}
