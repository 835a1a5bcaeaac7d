from pathlib import Path

import pytest

from evaluation.__main__ import CORPUS, main
from evaluation.corpus import REMARKS, find_keys, read_key, read_remarks
from evaluation.scoring import VOTED, judge

KEY = "file\tmeeting_date\ttop\tresult\n7\t2031-02-03\t4\teinstimmig beschlossen\n8\t2031-02-03\t5\tvertagt\n"


@pytest.mark.parametrize(
    ("key", "folder"),
    [("minutes/muster-results.tsv", "minutes/muster"), ("results.tsv", "minutes"), ("minutes/results.tsv", "minutes")],
)
def test_a_folder_with_a_key_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str, folder: str
) -> None:
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "7.txt").write_text("Abstimmungsergebnis:\nEinstimmig\n", encoding="utf-8")
    (tmp_path / key).write_text(KEY, encoding="utf-8")

    assert main(["--corpus", str(tmp_path)]) == 0

    assert "| voted on, same outcome | 1 | 1 | 100.0 % |" in capsys.readouterr().out


def test_without_a_corpus_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpus", str(tmp_path)]) == 1
    assert "nothing was measured" in capsys.readouterr().out


def test_a_key_without_its_columns_is_refused(tmp_path: Path) -> None:
    key = tmp_path / "results.tsv"
    key.write_text("a\tb\n1\t2\n", encoding="utf-8")

    with pytest.raises(ValueError, match="columns file, top and result"):
        list(read_key(key))


def test_other_councils_minutes_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "minutes/other").mkdir(parents=True)
    (tmp_path / "minutes/other/muster.txt").write_text("Beschluss: einstimmig zugestimmt", encoding="utf-8")
    (tmp_path / "minutes/results.tsv").write_text(KEY, encoding="utf-8")

    main(["--corpus", str(tmp_path)])

    assert "| muster | accepted | 1 | no |" in capsys.readouterr().out


@pytest.mark.skipif(not find_keys(CORPUS), reason="the corpus with the answer key is not there")
def test_the_corpus_and_our_remarks_about_it() -> None:
    [key] = find_keys(CORPUS)
    judged = judge(read_key(key))
    voted = [one for one in judged if one.key in VOTED]

    assert sum(one.same_meaning for one in voted) / len(voted) >= 0.97
    assert sum(one.same_meaning for one in judged) / len(judged) >= 0.93
    assert {one.file for one in judged if not one.same_meaning} == set(read_remarks(key))


def test_remarks_name_who_is_right() -> None:
    lines = (REMARKS / "karlsruhe-disagreements.tsv").read_text(encoding="utf-8").splitlines()

    assert lines[0].split("\t") == ["file", "verdict", "why"]
    assert {line.split("\t")[1] for line in lines[1:]} <= {"key", "both", "read"}
