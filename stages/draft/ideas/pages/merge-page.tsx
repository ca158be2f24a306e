import { MergePage, type Errors, type Typed } from '../../../../ui/index.ts'
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
  return (
    <MergePage
      errorTitle={reader.common('error-title')}
      eyebrow={idea.title}
      title={say('merge.title')}
      lead={say('merge.lead')}
      action={reader.to('draft.merge-idea', { problem: slug, number: idea.number })}
      near={near.map(({ idea: one, words }) => ({
        value: String(one.number),
        label: <span lang={langOf(one.language)}>{one.title}</span>,
        help: words.join(', '),
      }))}
      nearWords={{ label: say('merge.near'), other: say('merge.other') }}
      into={{
        label: say('merge.number'),
        help: say('merge.number-help'),
        inputmode: 'numeric',
        maxLength: 9,
        room: 10,
      }}
      reason={{ label: say('merge.reason'), help: say('merge.reason-help') }}
      send={say('merge.send')}
      next={{ title: say('ideas.what-next'), text: say('merge.next', { days: daysToObject }) }}
      {...{ errors, typed }}
    />
  )
}
