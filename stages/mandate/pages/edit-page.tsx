import { Button, Columns, ErrorSummary, Form, Head, HiddenField, Note, typedOne } from '../../../ui/index.ts'
import { MatterFields } from '../matters/pages/matter-fields.tsx'
import { SectionFrame } from '../saves/pages/section-frame.tsx'
import { sections, type Section } from '../saves/sections.ts'
import { DeciderFields, PromiseFields, SeatFields, TaskFields, TimeFields } from './edit-fields.tsx'
import { GateBeside } from './gate.tsx'
import { GroupFields } from './group-fields.tsx'
import { MissingBeside } from './missing.tsx'
import { PresetForm } from './preset-form.tsx'
import type { EditPageProps } from './props.ts'

/** All fields of the mandate on one page; what is changed is saved section by section, whichever button is pressed. */
export function EditPage(props: EditPageProps) {
  const { reader, say, errors, problem, title, lead, pendingFor } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={title} lead={lead} />
      {pendingFor.length > 0 ? (
        <Note icon="info">
          <p>{say('edit.pending')}</p>
          <p>{say('edit.pending-told', { names: pendingFor.join(', ') })}</p>
        </Note>
      ) : null}
      <Columns
        main={
          <Form action={reader.to('mandate.save', { problem: problem.slug })} label={title}>
            <EnterSaves say={say} />
            <PresetForm {...props} />
            <SeenFields {...props} />
            {sections.map((section) => (
              <SectionFrame {...props} section={section} title={say(`edit.${section}`)} story={props.stories[section]}>
                {fieldsIn(section, props)}
              </SectionFrame>
            ))}
            <div class="fm-stack fm-stack--2">
              <p class="fm-small fm-muted">{say('edit.next')}</p>
              <p>
                <Button>{say('edit.send')}</Button>
              </p>
            </div>
          </Form>
        }
        aside={
          <>
            <GateBeside {...props} />
            <MissingBeside {...props} />
          </>
        }
      />
    </>
  )
}

/** Enter in a field presses the first button of a form: this one, not the model's. */
function EnterSaves({ say }: Pick<EditPageProps, 'say'>) {
  return (
    <button type="submit" hidden>
      {say('edit.send')}
    </button>
  )
}

/** The save she has before her; a section that came back with a mistake keeps its own. */
function SeenFields({ typed }: EditPageProps) {
  return (
    <>
      <HiddenField name="seen" value={typedOne(typed, 'seen', '0')} />
      {sections
        .filter((section) => typedOne(typed, `seen-${section}`) !== '')
        .map((section) => (
          <HiddenField name={`seen-${section}`} value={typedOne(typed, `seen-${section}`)} />
        ))}
    </>
  )
}

function fieldsIn(section: Section, props: EditPageProps) {
  switch (section) {
    case 'task':
      return <TaskFields {...props} />
    case 'room':
      return <MatterFields {...props} lines={props.matterLines} isGrowing />
    case 'promise':
      return <PromiseFields {...props} />
    case 'deciders':
      return <DeciderFields {...props} />
    case 'group':
      return <SeatFields {...props} />
    case 'time':
      return <TimeFields {...props} />
    case 'working':
      return <GroupFields {...props} />
  }
}
