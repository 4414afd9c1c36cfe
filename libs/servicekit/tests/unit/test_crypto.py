"""Sealed fields and blind indexes."""

import pytest

from loan_servicekit.db.crypto import BlindIndex, FieldCipher, sealed_with

OLD, NEW = b"o" * 32, b"n" * 32


def test_a_sealed_value_opens_for_its_own_field_alone() -> None:
    cipher = FieldCipher({"k1": OLD})
    sealed = cipher.encrypt("110101199003071234", "customer-1/identity_number")
    assert sealed.startswith("k1.")
    assert "110101199003071234" not in sealed
    assert sealed != cipher.encrypt("110101199003071234", "customer-1/identity_number")
    assert cipher.decrypt(sealed, "customer-1/identity_number") == "110101199003071234"
    with pytest.raises(ValueError, match="belongs to another field"):
        cipher.decrypt(sealed, "customer-2/identity_number")


def test_after_a_rotation_the_old_key_still_opens_and_the_new_one_seals() -> None:
    sealed = FieldCipher({"k1": OLD}).encrypt("x", "f")
    rotated = FieldCipher({"k2": NEW, "k1": OLD})
    assert rotated.decrypt(sealed, "f") == "x"
    assert rotated.encrypt("x", "f").startswith("k2.")
    with pytest.raises(ValueError, match="no field key 'k1'"):
        FieldCipher({"k2": NEW}).decrypt(sealed, "f")


def test_a_changed_text_does_not_open() -> None:
    sealed = FieldCipher({"k1": OLD}).encrypt("x", "f")
    changed = sealed[:-4] + ("AAA=" if sealed[-4:] != "AAA=" else "BBB=")
    with pytest.raises(ValueError, match="was changed"):
        FieldCipher({"k1": OLD}).decrypt(changed, "f")


@pytest.mark.parametrize("keys", [{}, {"k1": b"short"}, {"k.1": OLD}])
def test_unfit_keys_are_refused(keys: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match="key"):
        FieldCipher(keys)


def test_a_blind_index_is_equal_for_equal_values_of_a_kind_under_one_key() -> None:
    index = BlindIndex(OLD)
    assert index.token("mobile", "13800001111") == index.token("mobile", "13800001111")
    assert index.token("mobile", "13800001111") != index.token("card", "13800001111")
    assert index.token("mobile", "13800001111") != BlindIndex(NEW).token("mobile", "13800001111")
    assert len(index.token("mobile", "13800001111")) == 32


def test_a_whole_content_is_sealed_and_opened_for_its_own_record_alone() -> None:
    old, both = FieldCipher({"a": b"1" * 32}), FieldCipher({"b": b"2" * 32, "a": b"1" * 32})
    content = bytes(range(256)) * 5
    sealed = old.seal(content, "document 1")
    assert content[:64] not in sealed
    assert (sealed_with(sealed), sealed_with(content), sealed_with(b"")) == ("a", None, None)
    assert both.open(sealed, "document 1") == content
    assert sealed_with(both.seal(content, "document 1")) == "b"
    for broken, bound in (
        (sealed, "document 2"),
        (sealed[:-1] + bytes([sealed[-1] ^ 1]), "document 1"),
        (content, "document 1"),
    ):
        with pytest.raises(ValueError):
            both.open(broken, bound)
    with pytest.raises(ValueError, match="unknown key"):
        FieldCipher({"c": b"3" * 32}).open(sealed, "document 1")
