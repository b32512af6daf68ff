import { describe, expect, it } from 'vitest';
import { tellsAuthor } from '../../src/features/consultation/case/tells-author.ts';
import { ada, peerGroup } from '../fixtures/peer-group.ts';
import { draft } from '../fixtures/steps.ts';
import { words } from '../fixtures/view-text.ts';

describe('phrases that tell who is writing', () => {
  it.each([
    ['As the only pre-licensed person here, supervised by [Name], I cannot ask her.', 2],
    ['I am the only one of us who does custody evals.', 1],
    ['I’m the only Spanish-speaking clinician in the group.', 1],
    ['The only EMDR therapist on our team is stuck.', 1],
    ['I am the only one who takes Medicaid.', 1],
    ['As the intake coordinator here I see it first.', 1],
    ['My supervisor disagrees.', 1],
    ['I’m the new associate, and nobody told me.', 1],
    ["I'm new to the group.", 1],
  ])('finds them in “%s”', (question, n) => expect(tellsAuthor({ question })).toHaveLength(n));

  it.each([
    'He is the only child and lives with his father.',
    'She is the only one who cooks at home.',
    'She is the only one here who laughs, she says of her office.',
    'He was the only man in the group and felt it.',
    'The only way here seems to be a referral.',
    'Is this the only client in the group who does that?',
    'As the client sits here he goes silent.',
    'She arrives early as the session here starts.',
    'The visits are supervised by an aunt.',
    'Her supervisor disagrees.',
    'I’m the one she calls. I am new at this kind of grief.',
  ])('leaves “%s” alone', (question) => expect(tellsAuthor({ question })).toEqual([]));

  it('names each once, whatever its case and line breaks, and in any field', () => {
    const found = tellsAuthor({
      question: 'My supervisor left.',
      facts: 'my  supervisor\nknows. Supervised\nby none.',
    });
    expect(found).toEqual(['my supervisor', 'Supervised by']);
  });
});

describe('before posting anonymously', () => {
  peerGroup(7);

  it('the preview asks whether colleagues could tell, and shows the words that may tell', async () => {
    const general = 'Could colleagues tell that it’s you? Check your role';
    const calm = words(await draft(ada, { question: 'How do I end a session that keeps running over?' }));
    expect(calm).toContain(general);
    expect(calm).not.toContain('Could these words');
    const telling = words(await draft(ada, { question: 'As the only pre-licensed person here, whom do I ask?' }));
    expect(telling).toContain('Could these words tell colleagues that it’s you?: the only pre-licensed person here');
    // The same is not asked twice.
    expect(telling).not.toContain('Could colleagues tell');
    expect(telling).toContain('Check your role, your specialty, and your workplace, too.');
  });
});
