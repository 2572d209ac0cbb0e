/**
 * The latest answers of each owner, one to a question: what was asked a moment ago is not worked out again. They go with
 * their owner.
 *
 * @param most how many answers an owner keeps
 * @returns looks up the answer to a question, whose parts are compared one by one and by identity, or makes it
 */
export function latestAnswers<Answer>(most: number) {
  const kept = new WeakMap<
    object,
    readonly { readonly question: readonly unknown[]; readonly answer: Answer }[]
  >();
  return (owner: object, question: readonly unknown[], make: () => Answer): Answer => {
    const known = kept.get(owner) ?? [];
    const same = known.find((each) => each.question.every((part, index) => part === question[index]));
    const latest = same ?? { question, answer: make() };
    kept.set(owner, [latest, ...known.filter((each) => each !== same).slice(0, most - 1)]);
    return latest.answer;
  };
}
