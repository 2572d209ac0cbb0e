import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The first test that fails ends a mutant, so the quickest come first: those that took least when they last ran. */
export class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const took = (file: TestSpecification) =>
      this.ctx.cache.getFileTestResults(
        `${file.project.name}:${file.moduleId.replace(`${this.ctx.config.root}/`, '')}`,
      )?.duration ?? 0;
    return files.toSorted((a, b) => took(a) - took(b));
  }
}
