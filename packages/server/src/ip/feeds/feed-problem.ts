/** Every way in which a feed can fail, and what that means for people. Codes are API: never renamed. */
export const feedProblems = {
  connect_failed: 'The source could not be reached.',
  timed_out: 'The source did not connect within 30 s, or did not finish within 120 s.',
  http_status: 'The source answered with an error.',
  redirected_too_often: 'The source sent us on too often, or to an address that is not http or https.',
  address_refused: 'The source is at a private or reserved address, and TRACIO_FEEDS_PRIVATE is off.',
  wrong_type: 'The source sent a page instead of a list, or the page does not name the list.',
  too_big: 'The list is larger than any that was expected, as sent or as inflated.',
  truncated: 'The answer ended too early.',
  encoding_broken: 'The answer is compressed in a way that does not unpack.',
  format_unknown: 'The list is not in its format any more.',
  lines_rejected: 'Too many of the lines are not understood.',
  count_differs: 'The list has not as many entries as it says itself.',
  entries_out_of_bounds: 'The list has fewer or more entries than any version of it ever had.',
  space_out_of_bounds: 'The list covers fewer or more addresses than any version of it ever did.',
  special_space: 'The list names private, reserved or documentation addresses.',
  prefix_too_short: 'The list names a network that is larger than any that one owner has.',
  known_good_listed: 'The list accuses a public resolver that it cannot mean.',
  changed_too_much:
    'Too much of the list has changed at once. It is taken when it stays so for a day, or when you confirm it.',
  disk_failed: 'The list could not be written to the data folder, or read from it.',
  internal: 'The list could not be worked on, by our fault. The log has the report.',
} as const
export type FeedProblemCode = keyof typeof feedProblems

/** What went wrong, once. */
export interface FeedProblem {
  readonly code: FeedProblemCode
  /** A sentence with the figures. Names no address of a visitor. */
  readonly message: string
}
