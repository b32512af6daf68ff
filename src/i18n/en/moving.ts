/** While a community is moved from one installation to another. */
export const moving = {
  'moving.summary': 'Curbside is moving',
  'moving.text':
    'Curbside for this community is moving to another computer. Nothing was saved. Please try again later, or ask whoever runs Curbside here.',
} as const;
