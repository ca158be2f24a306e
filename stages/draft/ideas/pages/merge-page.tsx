import {
  Button,
  Columns,
  ErrorSummary,
  Form,
  Head,
  Radios,
  Section,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { langOf } from '../../pages/parts.tsx'
import { daysToObject } from '../merge-rules.ts'
import type { NearIdea } from '../near.ts'
import type { Idea } from '../store.ts'
import type { IdeaWords } from './words.ts'

export type MergeIdeaPageProps = IdeaWords & {
  readonly slug: string
  readonly idea: Idea
  readonly near: readonly NearIdea[]
  readonly errors: Errors
  readonly typed: Typed
}

/** Where an idea is let go on in another one: the near ones to choose from, or any other by its number. */
export function MergeIdeaPage({ reader, say, slug, idea, near, errors, typed }: MergeIdeaPageProps) {
  const kept = { errors, typed }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={idea.title} title={say('merge.title')} lead={say('merge.lead')} />
      <Columns
        main={
          <Form
            action={reader.to('draft.merge-idea', { problem: slug, number: idea.number })}
            label={say('merge.title')}
          >
            {near.length === 0 ? null : (
              <Radios
                name="near"
                label={say('merge.near')}
                options={[
                  ...near.map(({ idea: one, words }) => ({
                    value: String(one.number),
                    label: <span lang={langOf(one.language)}>{one.title}</span>,
                    help: words.join(', '),
                  })),
                  { value: 'other', label: say('merge.other') },
                ]}
                required
                {...kept}
              />
            )}
            <TextField
              name="into"
              label={say('merge.number')}
              help={say('merge.number-help')}
              inputmode="numeric"
              maxLength={9}
              room={10}
              required={near.length === 0}
              {...kept}
            />
            <TextArea
              name="reason"
              label={say('merge.reason')}
              help={say('merge.reason-help')}
              rows={3}
              maxLength={2000}
              required
              {...kept}
            />
            <Button>{say('merge.send')}</Button>
          </Form>
        }
        aside={
          <Section id="next" title={say('ideas.what-next')} size="aside">
            <p class="fm-small">{say('merge.next', { days: daysToObject })}</p>
          </Section>
        }
      />
    </>
  )
}
