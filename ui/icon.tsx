/** The line icons of the house: 24 units, one stroke width, drawn by us. `M…` strings are paths; 'o cx cy r' is a circle. */
const paths = {
  agree: ['M5 12.5l4.5 4.5L19 7.5'],
  disagree: ['M6.5 6.5l11 11M17.5 6.5l-11 11'],
  pass: ['M5 7l5 5-5 5M12 7l5 5-5 5M20 7v10'],
  undo: ['M8.5 5L4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-4'],
  edit: ['M4.5 19.5l.8-4L16 4.8l3.2 3.2L8.5 18.7z', 'M14 6.8l3.2 3.2'],
  refer: ['M4 18v-4a4 4 0 0 1 4-4h11M14 5l5 5-5 5'],
  parked: ['M8.5 6v12M15.5 6v12'],
  promise: ['M12 3l7.5 3v5.5c0 4.6-3 7.8-7.5 9.5-4.5-1.7-7.5-4.9-7.5-9.5V6z', 'M8.5 12l2.5 2.5 4.5-5'],
  late: ['M12 3.5a8.5 8.5 0 1 1-6 2.5', 'M12 7.5v5.5M12 16.2v.1'],
  clock: ['o 12 12 8.5', 'M12 7v5.2l3.4 2'],
  now: ['o 12 12 7.5', 'f M12 4.5a7.5 7.5 0 0 1 0 15z'],
  empty: ['o 12 12 7'],
  locked: ['M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  thread: ['M3 8c5 0 4 8 9 8s4-8 9-8', 'M3 16c5 0 4-8 9-8s4 8 9 8'],
  document: ['M6 3.5h8.5L18.5 7.5v13H6zM14 3.5v4.5h4.5M9 12.5h6.5M9 16h6.5'],
  people: [
    'o 9 8.5 3',
    'M3.5 19c.3-3.6 2.5-5.5 5.5-5.5s5.2 1.9 5.5 5.5',
    'M15 5.9a3 3 0 0 1 0 5.2M17 14c2.1.7 3.3 2.4 3.5 5',
  ],
  hand: [
    'M4 13l4-1 5 2.5c1.2.7.7 2.3-.7 2.2L9 16.3M13.5 15.5L19 13c1.5-.5 2.5 1 1.3 2L13 20l-9-2',
    'M12 3.5c3 0 4 2.5 2.5 4.2L12 10.2 9.5 7.7C8 6 9 3.5 12 3.5z',
  ],
  calendar: ['M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4'],
  place: ['M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0C5.5 15 12 21 12 21z', 'o 12 10 2.3'],
  bell: ['M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4'],
  talk: ['M4 5.5h16v10.5h-8.5L7 20v-4H4z'],
  quote: ['M10 7c-3 .7-4.5 2.7-4.5 6v4H10v-4.5H7.5M19 7c-3 .7-4.5 2.7-4.5 6v4H19v-4.5h-2.5'],
  mail: ['M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5'],
  play: ['M7 4.5l12 7.5-12 7.5z'],
  menu: ['M4 7h16M4 12h16M4 17h16'],
  search: ['o 10.5 10.5 6', 'M15 15l5 5'],
  plus: ['M12 5v14M5 12h14'],
  down: ['M12 4v12M7 11.5l5 5 5-5M5 20h14'],
  hidden: ['M4 12s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S4 12 4 12z', 'M5 19L19 5'],
  error: ['M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3z', 'M12 7.5v5.5M12 16.2v.1'],
  info: ['o 12 12 8.5', 'M12 11v5.5M12 7.6v.1'],
  measure: ['M4 19.5h16M6.5 16v-4M11 16V8M15.5 16v-6M20 16V5'],
  money: [
    'o 12 12 8.5',
    'M14.8 9.2c-.6-1-1.6-1.4-2.8-1.4-1.6 0-2.8.8-2.8 2.1 0 2.9 5.8 1.3 5.8 4.2 0 1.3-1.3 2.1-3 2.1-1.4 0-2.6-.5-3.2-1.6M12 6v12',
  ],
} as const

export type IconName = keyof typeof paths

export type IconProps = { readonly name: IconName; readonly class?: string | undefined }

/** Always decoration: the words beside it carry the meaning. */
export function Icon({ name, class: extra }: IconProps) {
  return (
    <svg class={extra ? `fm-icon ${extra}` : 'fm-icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {paths[name].map(stroke)}
    </svg>
  )
}

function stroke(shape: string) {
  if (shape.startsWith('o ')) {
    const [, x, y, r] = shape.split(' ')
    return <circle cx={x} cy={y} r={r} />
  }
  return shape.startsWith('f ') ? <path d={shape.slice(2)} fill="currentColor" /> : <path d={shape} />
}
