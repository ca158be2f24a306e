/** The sign of Folkmoot: seven people in a ring, and the thread that starts among them. */
export function Mark() {
  return (
    <svg class="fm-mark" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <g class="fm-mark__dots">
        <circle cx="22" cy="5.5" r="3.2" />
        <circle cx="33.7" cy="10.3" r="3.2" />
        <circle cx="38.5" cy="22" r="3.2" />
        <circle cx="33.7" cy="33.7" r="3.2" />
        <circle cx="22" cy="38.5" r="3.2" />
        <circle cx="10.3" cy="33.7" r="3.2" />
        <circle cx="5.5" cy="22" r="3.2" />
      </g>
      <path class="fm-mark__thread" d="M8.5 8.5c6 4 3.5 10 7 14.5 3.2 4 9.5 4 11-.5 1.2-3.8-2-6.5-4.5-5" />
    </svg>
  )
}
