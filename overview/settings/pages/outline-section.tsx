import { Actions, Button, FileField, Form, Section } from '../../../ui/index.ts'
import type { SettingsPageProps } from './settings-props.ts'

/** The outline on which people say where something happens: a file of the place's own, no service of somebody else. */
export function OutlineSection({ say, slug, outlinePlaces, errors, to }: SettingsPageProps) {
  return (
    <Section
      id="outline"
      title={say('outline')}
      lead={say('outline-lead', { command: `folkmoot import outline FILE --place ${slug}` })}
    >
      {outlinePlaces === null ? (
        <p>{say('outline-none')}</p>
      ) : (
        <>
          <p>{say('outline-has', { count: outlinePlaces })}</p>
          <p>
            <a href={to.outlinePicture}>{say('outline-see')}</a>
          </p>
        </>
      )}
      <Form action={to.outline} labelledBy="outline" multipart>
        <FileField
          name="outline"
          label={say('outline-file')}
          help={say('outline-file-help')}
          accept="application/geo+json,application/json,.geojson,.json"
          errors={errors}
        />
        <Actions>
          <Button variant="secondary">{say('outline-send')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
