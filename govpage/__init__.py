"""Accessible government web page components for Django."""
